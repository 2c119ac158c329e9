"""all-MiniLM-L6-v2 through ONNX Runtime: texts in, vectors out."""

from crampwise.encoder.sentence_encoder import SENTENCE, WIDTH, SentenceEncoder

__all__ = ["SENTENCE", "WIDTH", "SentenceEncoder"]

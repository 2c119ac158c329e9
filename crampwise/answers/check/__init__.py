"""The cramp check: reads the answers to its questions, and says what follows from them."""

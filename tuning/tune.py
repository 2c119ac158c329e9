"""Tunes the network on the phrases and writes what it learnt: data/encoder/tuned.safetensors.

Usage: python -m tuning.tune PHRASES MODEL TARGET [--epochs N]
PHRASES: what `tuning.phrases` wrote. MODEL: the folder of MiniLM's files.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from tuning import FLAGGED, TELLING
from tuning.network import Network
from tuning.packing import write

LAYERS = 4  # of six: the two highest, made for likeness of sentences, add nothing here
LONGEST = 128  # tokens
BATCH = 32
RATE = 1.5e-4
RATE_OF_LABELS = 2e-3  # that layer begins with nothing
DECAY = 0.01
WARMING = 300  # steps until the full rate
SMOOTHED = 0.05
NORM = 1.0  # of a step, at most
ABOUT = 6  # tokens by which the texts of a batch may differ in length


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("phrases", type=Path)
    options.add_argument("model", type=Path)
    options.add_argument("target", type=Path)
    options.add_argument("--epochs", type=int, default=4)
    told = options.parse_args()

    torch.manual_seed(0)
    pairs = [json.loads(line) for line in told.phrases.read_text("utf-8").splitlines()]
    # Reports first, then what is told, as the bot tells them from the rest by place.
    labels = sorted(
        {label for _, label in pairs},
        key=lambda name: (not name.startswith(FLAGGED), not name.startswith(TELLING), name),
    )
    flags, tells = (sum(name.startswith(kind) for name in labels) for kind in (FLAGGED, TELLING))
    targets = torch.tensor([labels.index(label) for _, label in pairs])

    weights = {
        name: value.float() for name, value in load_file(told.model / "model.safetensors").items()
    }
    tokenizer = Tokenizer.from_file(str(told.model / "tokenizer.json"))
    tokenizer.enable_truncation(LONGEST)
    tokenizer.no_padding()
    texts = [encoding.ids for encoding in tokenizer.encode_batch([text for text, _ in pairs])]

    network = Network(weights, LAYERS, len(labels))
    learn(network, texts, targets, flags, told.epochs)
    write(told.target, network.tuned(), weights, labels[:flags], labels[flags : flags + tells])


def learn(
    network: Network, texts: list[list[int]], targets: Tensor, flags: int, epochs: int
) -> None:
    """Tunes `network`: to tell the labels, and with as much weight danger (the first `flags`)."""
    layers = [value for name, value in network.named_parameters() if not name.startswith("odds")]
    rates = (RATE, RATE_OF_LABELS)
    steps = torch.optim.AdamW(
        [
            {"params": layers, "weight_decay": DECAY},
            {"params": network.odds.parameters(), "weight_decay": 0.0},
        ],
        betas=(0.9, 0.98),
    )
    chance = np.random.default_rng(0)
    total, step = epochs * -(-len(texts) // BATCH), 0
    for epoch in range(epochs):
        network.train()
        began, loss_of_all = time.monotonic(), 0.0
        for rows in batches(texts, chance):
            share = min(1, step / WARMING) * (1 - step / total)
            for group, rate in zip(steps.param_groups, rates):
                group["lr"] = rate * share
            loss = missed(network(*padded([texts[row] for row in rows])), targets[rows], flags)
            steps.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(layers, NORM)
            steps.step()
            step += 1
            loss_of_all += loss.item() * len(rows)
        seconds = time.monotonic() - began
        print(
            f"epoch {epoch + 1}: loss {loss_of_all / len(texts):.3f}, {seconds:.0f} s", flush=True
        )


def missed(scores: Tensor, targets: Tensor, flags: int) -> Tensor:
    likely = scores.log_softmax(1)
    danger, calm = likely[:, :flags].logsumexp(1), likely[:, flags:].logsumexp(1)
    of_danger = -torch.where(targets < flags, danger, calm).mean()
    return of_danger + functional.cross_entropy(scores, targets, label_smoothing=SMOOTHED)


def batches(texts: list[list[int]], chance: np.random.Generator) -> list[np.ndarray]:
    """The rows of each batch: texts of about one length, so that hardly anything is padding."""
    lengths = np.array([len(text) for text in texts])
    order = np.argsort(lengths + ABOUT * chance.random(len(texts)))
    found = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
    chance.shuffle(found)
    return found


def padded(texts: list[list[int]]) -> tuple[Tensor, Tensor]:
    ids = nn.utils.rnn.pad_sequence([torch.tensor(text) for text in texts], batch_first=True)
    lengths = torch.tensor([len(text) for text in texts])
    return ids, (torch.arange(ids.shape[1]) < lengths[:, None]).long()


if __name__ == "__main__":
    main()

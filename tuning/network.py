"""The network in torch: the lower layers of MiniLM and a layer that names what was said.

The same that `crampwise.encoder.tuned_graph` builds for the bot.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH = 384
HEADS = 12
EPSILON = 1e-12
HIDDEN = -1e4  # added to the score of a padded token
DROPPED = 0.1  # the share of what a layer says that is left out in learning
LINEAR = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)
NORMS = ("attention.output.LayerNorm", "output.LayerNorm")


class Layer(nn.Module):
    """One layer of BERT, begun with the weights of MiniLM's."""

    def __init__(self, weights: dict[str, Tensor], prefix: str) -> None:
        super().__init__()
        names = [f"{name}.{kind}" for name in LINEAR + NORMS for kind in ("weight", "bias")]
        self.own = nn.ParameterDict(
            {
                name.replace(".", "/"): nn.Parameter(weights[f"{prefix}.{name}"].clone())
                for name in names
            }
        )

    def linear(self, x: Tensor, name: str) -> Tensor:
        return functional.linear(x, *self._pair(name))

    def norm(self, x: Tensor, name: str) -> Tensor:
        return functional.layer_norm(x, (WIDTH,), *self._pair(name), EPSILON)

    def forward(self, x: Tensor, hidden: Tensor) -> Tensor:
        batch, tokens, _ = x.shape
        query, key, value = (
            self.linear(x, name).view(batch, tokens, HEADS, -1).transpose(1, 2)
            for name in LINEAR[:3]
        )
        dropped = DROPPED if self.training else 0.0
        mixed = functional.scaled_dot_product_attention(
            query, key, value, attn_mask=hidden, dropout_p=dropped
        )
        mixed = self.linear(mixed.transpose(1, 2).reshape(batch, tokens, WIDTH), LINEAR[3])
        x = self.norm(x + functional.dropout(mixed, DROPPED, self.training), NORMS[0])
        wide = functional.gelu(self.linear(x, LINEAR[4]))
        narrow = functional.dropout(self.linear(wide, LINEAR[5]), DROPPED, self.training)
        return self.norm(x + narrow, NORMS[1])

    def _pair(self, name: str) -> tuple[Tensor, Tensor]:
        name = name.replace(".", "/")
        return self.own[f"{name}/weight"], self.own[f"{name}/bias"]


class Network(nn.Module):
    """Tokens in, a score of each label out. The embeddings stay: rare words keep their meaning."""

    def __init__(self, weights: dict[str, Tensor], layers: int, labels: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(weights, f"encoder.layer.{n}") for n in range(layers))
        self.odds = nn.Linear(2 * WIDTH, labels)
        nn.init.normal_(self.odds.weight, std=0.02)
        nn.init.zeros_(self.odds.bias)
        self._words = weights["embeddings.word_embeddings.weight"]
        self._places = (
            weights["embeddings.position_embeddings.weight"]
            + weights["embeddings.token_type_embeddings.weight"][0]
        )
        self._norm = [weights[f"embeddings.LayerNorm.{kind}"] for kind in ("weight", "bias")]

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """`ids` and `mask` (batch, tokens) to scores (batch, labels)."""
        x = self._words[ids] + self._places[: ids.shape[1]]
        x = functional.layer_norm(x, (WIDTH,), *self._norm, EPSILON)
        x = functional.dropout(x, DROPPED, self.training)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = torch.where(mask[:, None, None, :] > 0, 0.0, HIDDEN).to(torch.bfloat16)
            for layer in self.layers:
                x = layer(x, hidden)
        x, there = x.float(), mask.unsqueeze(-1).float()
        mean = (x * there).sum(1) / there.sum(1)
        most = x.masked_fill(there == 0, HIDDEN).max(1).values
        pooled = functional.dropout(torch.cat([mean, most], 1), DROPPED, self.training)
        return self.odds(pooled)

    def tuned(self) -> dict[str, Tensor]:
        """All that was learnt, by the names of MiniLM's weights; the last layer's is "odds"."""
        found = {f"odds.{name}": value for name, value in self.odds.named_parameters()}
        for number, layer in enumerate(self.layers):
            for name, value in layer.own.items():
                found[f"encoder.layer.{number}.{name.replace('/', '.')}"] = value
        return {name: value.detach() for name, value in found.items()}

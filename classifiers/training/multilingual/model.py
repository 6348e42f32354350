"""The encoder cut to its first layers, and a head for each label that looks at the tokens it needs."""
import functools

import torch
from torch import nn
from torch.nn import functional

import e5


class Dropout(nn.Module):
    """Dropout by windows of one long random mask: drawing a mask for every call would take a tenth of the training."""

    LONGEST = 1 << 24

    def __init__(self, share):
        super().__init__()
        self.share = share

    def forward(self, x):
        if not self.training:
            return x
        mask = self._mask(self.share)
        at = int(torch.randint(0, self.LONGEST - x.numel(), (1,)))
        return x * mask[at:at + x.numel()].view(x.shape)

    @staticmethod
    @functools.lru_cache(None)
    def _mask(share):
        return (torch.rand(Dropout.LONGEST) >= share).to(torch.bfloat16) / (1 - share)


class Layer(nn.Module):
    def __init__(self, weights, prefix):
        super().__init__()
        self.attention = nn.ModuleDict({k: _linear(weights, f"{prefix}.{k}") for k in ("q", "k", "v", "ao")})
        self.first, self.second = _linear(weights, f"{prefix}.fi"), _linear(weights, f"{prefix}.fo")
        self.attention_norm, self.output_norm = _norm(weights, f"{prefix}.aln"), _norm(weights, f"{prefix}.oln")
        self.dropout = Dropout(.1)

    def forward(self, x, bias):
        batch, tokens, _ = x.shape
        q, k, v = (self.attention[n](x).view(batch, tokens, e5.HEADS, -1).transpose(1, 2) for n in "qkv")
        weights = torch.softmax((q / (e5.HIDDEN / e5.HEADS) ** .5) @ k.transpose(2, 3) + bias, -1)  # the fused kernel's gradient is many times slower on a CPU
        mixed = weights.to(v.dtype) @ v
        mixed = mixed.transpose(1, 2).reshape(batch, tokens, e5.HIDDEN)
        x = self.attention_norm(x + self.dropout(self.attention["ao"](mixed)))
        return self.output_norm(x + self.dropout(self.second(functional.gelu(self.first(x)))))


def _linear(weights, name):
    w, b = torch.tensor(weights[name + ".w"]), torch.tensor(weights[name + ".b"])
    layer = nn.Linear(w.shape[1], w.shape[0])
    layer.weight.data, layer.bias.data = w, b
    return layer


def _norm(weights, name):
    norm = nn.LayerNorm(e5.HIDDEN, eps=e5.EPSILON)
    norm.weight.data, norm.bias.data = torch.tensor(weights[name + ".w"]), torch.tensor(weights[name + ".b"])
    return norm


class Heads(nn.Module):
    """One logit a label: from the mean of the tokens, and from the tokens that the label's own query weighs most, so that a short
    passage counts in a long text."""

    def __init__(self, labels):
        super().__init__()
        self.query, self.own = nn.Linear(e5.HIDDEN, labels, bias=False), nn.Linear(e5.HIDDEN, labels)
        self.mean = nn.Sequential(nn.Linear(e5.HIDDEN, 256), nn.GELU(), nn.Dropout(.1), nn.Linear(256, labels))
        nn.init.normal_(self.query.weight, std=.02)

    def forward(self, x, mask):
        share = torch.softmax(self.query(x) + (1 - mask).unsqueeze(-1) * -1e4, 1)
        mean = (x * mask.unsqueeze(-1)).sum(1) / mask.sum(1, keepdim=True)
        return (share * self.own(x)).sum(1) + self.mean(mean)


class Scorer(nn.Module):
    """Token numbers and mask, both [batch, tokens], to logits [batch, labels]. Word vectors are not trained."""

    def __init__(self, weights, layers, labels, words=None):
        super().__init__()
        self.words = nn.Embedding.from_pretrained(torch.tensor(weights["emb.word"] if words is None else words), freeze=True)
        place = torch.tensor(weights["emb.pos"]) + torch.tensor(weights["emb.type"][:1])
        self.place = nn.Parameter(place[:512])
        self.norm, self.dropout = _norm(weights, "emb.ln"), Dropout(.1)
        self.layers = nn.ModuleList(Layer(weights, f"l{i}") for i in range(layers))
        self.heads = Heads(labels)

    def forward(self, input_ids, attention_mask):
        mask = attention_mask.to(torch.float32)
        x = self.dropout(self.norm(self.words(input_ids) + self.place[:input_ids.shape[1]]))
        bias = ((1 - mask) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias.to(x.dtype))
        return self.heads(x.float(), mask)

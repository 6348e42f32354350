"""Training examples: labels in turn, their sources in turn, both answers as often; a quarter of the texts inside ordinary text.

Where a text names a group of people, an example is either the neutral text (groups.py) with its answers on harm, or the text as it is with all other answers.
"""
import numpy as np
import torch

import groups
import sources

UNKNOWN, PRESUMED = -1, -2
MAX_TOKENS = 160
LONG_SHARE, PLAIN_SHARE, CHANGED_SHARE = .35, .06, .08
LOOK_ALIKES = str.maketrans({"a": "4", "e": "3", "i": "1", "o": "0", "s": "$"})


class Texts:
    """Rows of one part with a matrix of answers [rows, labels]: 1, 0, unknown, or presumed 0."""

    def __init__(self, rows, labels):
        self.rows = rows
        self.answers = np.full((len(rows), len(labels)), UNKNOWN, dtype=np.int8)
        for j, label in enumerate(labels):
            for i, row in enumerate(rows):
                if label in row.labels:
                    self.answers[i, j] = row.labels[label]
                elif sources.presumed_negative(label, row.source):
                    self.answers[i, j] = PRESUMED
        harm = [j for j, label in enumerate(labels) if label.startswith(groups.HARM)]
        self.harm = np.isin(np.arange(len(labels)), harm)
        self.fillers = {}
        for i, row in enumerate(rows):
            plain = row.source.startswith(("szeged", "books/")) and not (self.answers[i] == 1).any()
            harmless = (self.answers[i, harm] == 0).any() and not (self.answers[i] == 1).any() and row.language != "en"
            if plain or harmless:
                self.fillers.setdefault(row.language, []).append(i)
        self.plain = [i for i, row in enumerate(rows) if row.source.startswith(("szeged", "books/"))]


def cells(texts, labels):
    """[(label, probability, [(probability, rows with 1, rows with 0)])], rarer labels and sources above their share."""
    found = []
    for j, label in enumerate(labels):
        by_source = {}
        for i in np.flatnonzero(texts.answers[:, j] >= 0):
            row = texts.rows[i]
            by_source.setdefault((row.source, row.language), ([], []))[1 - texts.answers[i, j]].append(i)
        if not any(ones for ones, _ in by_source.values()):
            continue
        sizes = [(2. if s.startswith("templates") else 1.) * (len(ones) + len(zeros)) ** .5 for (s, _), (ones, zeros) in by_source.items()]
        total = sum(len(ones) + len(zeros) for ones, zeros in by_source.values())
        found.append((label, total ** .4, [(size / sum(sizes), np.array(ones), np.array(zeros)) for size, (ones, zeros) in zip(sizes, by_source.values())]))
    total = sum(size for _, size, _ in found)
    return [(label, size / total, of) for label, size, of in found]


class Sampler:
    """Draws examples from the training part; the same seed draws the same."""

    def __init__(self, texts, labels, seed):
        self.texts, self.rng = texts, np.random.default_rng(seed)
        self.cells = cells(texts, labels)
        self.shares = np.array([share for _, share, _ in self.cells])

    def _row(self):
        """(row, whether it is drawn for a label of harm)."""
        if self.rng.random() < PLAIN_SHARE:
            i = int(self.rng.choice(self.texts.plain))
            known = self.texts.answers[i] != UNKNOWN
            return i, bool(self.rng.random() * known.sum() < (known & self.texts.harm).sum())
        label, _, of = self.cells[self.rng.choice(len(self.cells), p=self.shares)]
        _, ones, zeros = of[self.rng.choice(len(of), p=np.array([share for share, _, _ in of]))]
        pool = ones if len(zeros) == 0 or (len(ones) and self.rng.random() < .5) else zeros
        return int(self.rng.choice(pool)), label.startswith(groups.HARM)

    def _changed(self, text):
        kind = self.rng.integers(0, 5)
        if kind == 0:
            return text.lower()
        if kind == 1:
            return text.upper()
        words = text.split(" ")
        k = int(self.rng.integers(0, len(words)))
        if kind == 2:
            words[k] = words[k].translate(LOOK_ALIKES)
        elif kind == 3:
            words[k] = " ".join(words[k])
        else:
            words[k] = words[k].replace("a", "").replace("e", "") or words[k]
        return " ".join(words)

    def example(self):
        """(text, answers)."""
        i, of_harm = self._row()
        text, answers = self.texts.rows[i].text, self.texts.answers[i]
        if self.rng.random() < CHANGED_SHARE and len(text) < 400:
            text = self._changed(text)
        fill = self.texts.fillers.get(self.texts.rows[i].language)
        if fill and len(text) < 500 and self.rng.random() < LONG_SHARE:
            text, answers = self._inside(text, answers, fill)
        neutral = groups.neutral(text, self.texts.rows[i].language)
        if neutral == text:
            return text, answers
        return neutral if of_harm else text, np.where(self.texts.harm == of_harm, answers, UNKNOWN).astype(answers.dtype)

    def _inside(self, text, answers, fill):
        around = [int(k) for k in self.rng.choice(fill, size=int(self.rng.choice([1, 2, 3])))]
        parts = [self.texts.rows[k].text[:240] for k in around]
        parts.insert(int(self.rng.integers(0, len(parts) + 1)), text)
        own, others = answers.copy(), self.texts.answers[around]
        own[(others == 1).any(0)] = 1
        own[(own == 0) & (others == UNKNOWN).any(0)] = PRESUMED  # what stands around was not judged
        return ("\n" if self.rng.random() < .3 else " ").join(parts), own

    def batches(self, tokenizer, size, chunk=16):
        """Endless (input_ids, attention_mask, answers), texts of like length together."""
        while True:
            drawn = [self.example() for _ in range(size * chunk)]
            encoded = [e.ids for e in tokenizer.encode_batch(["query: " + text for text, _ in drawn])]
            order = np.argsort([len(ids) for ids in encoded], kind="stable")
            alike = [order[k:k + size] for k in range(0, len(order), size)]
            for g in self.rng.permutation(len(alike)):
                yield (*padded([encoded[i] for i in alike[g]]), torch.tensor(np.stack([drawn[i][1] for i in alike[g]])))


def padded(encoded):
    """Token numbers and mask [texts, longest]; 1 is the padding token."""
    longest = max(len(ids) for ids in encoded)
    ids = torch.ones(len(encoded), longest, dtype=torch.long)
    mask = torch.zeros(len(encoded), longest, dtype=torch.long)
    for i, row in enumerate(encoded):
        ids[i, :len(row)] = torch.tensor(row)
        mask[i, :len(row)] = 1
    return ids, mask

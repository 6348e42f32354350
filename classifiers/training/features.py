"""Hashed n-grams of a text, the same to the bit as org.florilegium.tag.HashedNgrams.

Every code point is lower-cased by its simple mapping; runs of white space become one space; one space stands at
either end. Features are all character 3-, 4- and 5-grams of that, every word and every pair of neighbouring words. A
word is a run of letters, digits and marks; an ideograph is a word of its own; 32 code points of a word count. Texts
are cut at 8,192 code points and are expected in NFC.
"""
import unicodedata

import numpy as np
import scipy.sparse as sp

MAX_CODE_POINTS = 8192
MAX_WORD = 32
CHAR_SEED, WORD_SEED = 1, 2
PRIME = np.uint64(0x9E3779B97F4A7C15)
_SPACE, _TOKEN, _IDEOGRAPH = 1, 2, 3


def _tables():
    lower = np.arange(0x110000, dtype=np.uint32)
    kind = np.zeros(0x110000, dtype=np.uint8)
    for cp in range(0x110000):
        char = chr(cp)
        category = unicodedata.category(char)
        if category in ("Cn", "Co", "Cs"):
            continue
        if category[0] == "Z" or category == "Cc":
            kind[cp] = _SPACE
        elif category[0] in "LM" or category == "Nd":
            kind[cp] = _TOKEN
        small = char.lower()
        if len(small) == 1:
            lower[cp] = ord(small)
    lower[0x130] = ord("i")
    for first, last in ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)):
        kind[first:last + 1] = _IDEOGRAPH
    return lower, kind


LOWER, KIND = _tables()


def mix(h):
    """The finalizer of MurmurHash3, 64 bits."""
    h = h ^ (h >> np.uint64(33))
    h = h * np.uint64(0xFF51AFD7ED558CCD)
    h = h ^ (h >> np.uint64(33))
    h = h * np.uint64(0xC4CEB9FE1A85EC53)
    return h ^ (h >> np.uint64(33))


def code_points(text):
    """Lower-cased code points with one space at either end and between words."""
    cps = np.frombuffer(text[:MAX_CODE_POINTS].encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    cps = LOWER[cps].astype(np.uint64)
    space = KIND[cps] == _SPACE
    cps[space] = 32
    cps = np.concatenate(([32], cps, [32])).astype(np.uint64)
    space = np.concatenate(([True], space, [True]))
    keep = np.ones(len(cps), dtype=bool)
    keep[1:] = ~(space[1:] & space[:-1])
    return cps[keep]


def _fold(h, cps):
    return (h ^ cps) * PRIME


def _words(cps):
    """Hash of every word, in order."""
    kind = KIND[cps]
    token = kind >= _TOKEN
    joins = np.zeros(len(cps), dtype=bool)
    joins[1:] = (kind[1:] == _TOKEN) & (kind[:-1] == _TOKEN)
    starts = np.flatnonzero(token & ~joins)
    if len(starts) == 0:
        return np.zeros(0, dtype=np.uint64)
    boundary = np.flatnonzero(~joins)
    after = np.append(boundary, len(cps))
    ends = after[np.searchsorted(boundary, starts) + 1]
    length = np.minimum(ends - starts, MAX_WORD)
    h = np.full(len(starts), WORD_SEED, dtype=np.uint64)
    for j in range(int(length.max())):
        live = length > j
        h[live] = _fold(h[live], cps[starts[live] + j])
    return mix(h)


def hashes(text):
    """64-bit hash of every n-gram, repeats included."""
    with np.errstate(over="ignore"):
        cps = code_points(text)
        out = []
        n = len(cps)
        h = np.full(n, CHAR_SEED, dtype=np.uint64)
        for j in range(min(5, n)):
            h = _fold(h[:n - j], cps[j:])
            if j >= 2:
                out.append(mix(h))
        words = _words(cps)
        out.append(words)
        out.append(mix(_fold(words[:-1], words[1:])))
        return np.concatenate(out)


def counts(texts, bits):
    """Sparse matrix of raw counts, one row a text."""
    mask = np.uint64((1 << bits) - 1)
    indptr, ids, data = [0], [], []
    for text in texts:
        columns, times = np.unique((hashes(text) & mask).astype(np.int32), return_counts=True)
        ids.append(columns)
        data.append(times.astype(np.float32))
        indptr.append(indptr[-1] + len(columns))
    if not ids:
        return sp.csr_matrix((0, 1 << bits), dtype=np.float32)
    return sp.csr_matrix((np.concatenate(data), np.concatenate(ids), indptr), shape=(len(ids), 1 << bits))


def weigh(raw):
    """Counts to values: 1 + ln(count), each row of length one."""
    raw = raw.tocsr().astype(np.float64)
    raw.data = 1 + np.log(raw.data)
    norm = np.sqrt(np.asarray(raw.multiply(raw).sum(1)).ravel())
    norm[norm == 0] = 1
    return (sp.diags(1 / norm) @ raw).tocsr().astype(np.float32)

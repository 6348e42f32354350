"""Trains the language model: hashed character n-grams and words, summed embeddings, softmax within a script."""
import math

import numba
import numpy

BUCKETS, WIDTH = 1 << 17, 48
MAX_FEATURES = 4096


@numba.njit(cache=True)
def features(text, start, end, drop_words, drop, state, out):
    """Buckets of the n-grams (1 to 5, word ends included) and words of text[start:end]; returns how many."""
    count = 0
    at = start
    word = numpy.empty(64, numpy.uint32)
    while at < end:
        while at < end and text[at] == 32:
            at += 1
        size = 1
        word[0] = 95
        while at < end and text[at] != 32:
            if size < 62:
                word[size] = text[at]
                size += 1
            at += 1
        if size == 1:
            continue
        word[size] = 95
        size += 1
        whole = numpy.uint32(0x9747B28C)
        for i in range(size):
            whole = numpy.uint32((whole ^ word[i]) * numpy.uint32(16777619))
            h = numpy.uint32(2166136261)
            for n in range(1, 6):
                j = i + n - 1
                if j >= size:
                    break
                h = numpy.uint32((h ^ word[j]) * numpy.uint32(16777619))
                if n == 1 and word[j] == 95:
                    continue
                if drop > 0:
                    state = xorshift(state)
                    if (state & numpy.uint32(1023)) < drop:
                        continue
                if count < MAX_FEATURES:
                    out[count] = bucket(h)
                    count += 1
        if drop_words > 0:
            state = xorshift(state)
            if (state & numpy.uint32(1023)) < drop_words:
                continue
        if count < MAX_FEATURES:
            out[count] = bucket(whole)
            count += 1
    return count, state


@numba.njit(cache=True, inline="always")
def xorshift(state):
    state = numpy.uint32(state ^ numpy.uint32(state << numpy.uint32(13)))
    state = numpy.uint32(state ^ (state >> numpy.uint32(17)))
    state = numpy.uint32(state ^ numpy.uint32(state << numpy.uint32(5)))
    return state


@numba.njit(cache=True, inline="always")
def bucket(h):
    h = numpy.uint32(h ^ (h >> numpy.uint32(15)))
    h = numpy.uint32(h * numpy.uint32(0x2C1B3C6D))
    h = numpy.uint32(h ^ (h >> numpy.uint32(12)))
    h = numpy.uint32(h * numpy.uint32(0x297A2D39))
    h = numpy.uint32(h ^ (h >> numpy.uint32(15)))
    return numpy.uint32(h & numpy.uint32(BUCKETS - 1))


@numba.njit(cache=True)
def piece(text, first, last, state, shortest, longest):
    """A stretch of text[first:last] of whole words and a length drawn on a log scale."""
    state = xorshift(state)
    length = int(math.exp(math.log(shortest) + (math.log(longest) - math.log(shortest)) * (state / 4294967296.0)))
    state = xorshift(state)
    start = first + int(state % numpy.uint32(max(1, last - first - 2)))
    while start > first and text[start] != 32:
        start -= 1
    end = min(start + length, last)
    limit = min(start + 4 * length, last)
    while end < limit and text[end] != 32:
        end += 1
    return start, end, state


@numba.njit(cache=True, fastmath=True)
def train(text, firsts, lasts, unit_class, schedule, class_from, class_to, embed, out, bias, rate, seed):
    """One pass over `schedule` (units, that is works of a class), the rate rising for a fiftieth of it, then falling to nothing."""
    state = numpy.uint32(seed)
    found = numpy.empty(MAX_FEATURES, numpy.uint32)
    v = numpy.empty(WIDTH, numpy.float32)
    back = numpy.empty(WIDTH, numpy.float32)
    p = numpy.empty(out.shape[0], numpy.float32)
    loss = 0.0
    for step in range(len(schedule)):
        unit = schedule[step]
        target = unit_class[unit]
        start, end, state = piece(text, firsts[unit], lasts[unit], state, 10.0, 220.0)
        count, state = features(text, start, end, 400, 150, state, found)
        if count == 0:
            continue
        scale = numpy.float32(1.0 / math.sqrt(count))
        v[:] = 0
        for f in range(count):
            row = embed[found[f]]
            for d in range(WIDTH):
                v[d] += row[d]
        top = numpy.float32(-1e30)
        lo, hi = class_from[target], class_to[target]
        for c in range(lo, hi):
            s = numpy.float32(0)
            for d in range(WIDTH):
                s += out[c, d] * v[d]
            p[c] = s * scale + bias[c]
            top = max(top, p[c])
        total = numpy.float32(0)
        for c in range(lo, hi):
            p[c] = math.exp(p[c] - top)
            total += p[c]
        loss -= math.log(max(p[target] / total, 1e-30))
        warm = min(1.0, (step + 1) / (0.02 * len(schedule)))
        lr = numpy.float32(rate * warm * (1.0 - step / len(schedule)))
        back[:] = 0
        for c in range(lo, hi):
            g = lr * ((numpy.float32(1) if c == target else numpy.float32(0)) - p[c] / total)
            if abs(g) > 1e-7:
                for d in range(WIDTH):
                    back[d] += g * out[c, d]
                    out[c, d] += g * v[d] * scale
                bias[c] += g * numpy.float32(0.1)
        for d in range(WIDTH):
            back[d] *= scale
        for f in range(count):
            row = embed[found[f]]
            for d in range(WIDTH):
                row[d] += back[d]
    return loss / len(schedule)


@numba.njit(cache=True, fastmath=True)
def score(text, firsts, lasts, lo, hi, embed, out, bias, result):
    found = numpy.empty(MAX_FEATURES, numpy.uint32)
    v = numpy.empty(WIDTH, numpy.float32)
    for t in range(len(firsts)):
        count, _ = features(text, firsts[t], lasts[t], 0, 0, numpy.uint32(1), found)
        v[:] = 0
        for f in range(count):
            for d in range(WIDTH):
                v[d] += embed[found[f], d]
        scale = numpy.float32(1.0 / math.sqrt(max(count, 1)))
        for c in range(lo[t], hi[t]):
            s = numpy.float32(0)
            for d in range(WIDTH):
                s += out[c, d] * v[d]
            result[t, c] = s * scale + bias[c]

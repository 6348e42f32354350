"""Logit to probability with an interval and a call, on rows that no model was trained on.

Inductive Venn-Abers prediction (Vovk, Petej and Fedorova 2015) on binned logits: in each bin the isotonic fit with one more negative there gives p0, with one more
positive p1; the probability is p1 / (1 - p0 + p1), the interval p0 to p1. The interval is widened to the tenth and ninetieth percentile of the same bounds when
one source at a time is left out, because a text from elsewhere is such a source. Between the bins' means all is linear, outside them constant.

Calls are class-conditional conformal (Vovk 2012): at most ERROR_YES of the negatives of the calibration part are called yes, at most ERROR_NO of its positives no.
"""
import numpy as np
from sklearn.isotonic import isotonic_regression

ERROR_YES, ERROR_NO, LEAST_YES = .05, .10, .5
LEAST_ROWS, LEAST_ANSWERS, BIN, BINS = 200, 40, 30, 14
POOLED = "all"
GROUPS = {
    "en": ["en"],
    "cjk": ["ja", "ko", "lzh", "yue", "zh"],
    "latin": ("af az ca cs cy da de eo es et eu fi fr ga gl gn ha haw hr ht hu id ig is it la lt lv mg mi ms mt nb nl nn no nso pl pt qu quc ro rw sk sl sn so sq "
              "ss st sv sw tet tl tn tr ts uz ve vi wo xh yo zu").split(),
}
GROUP_OF = {language: group for group, languages in GROUPS.items() for language in languages}


def group_of(language):
    return GROUP_OF.get(language.split("-")[0], "rest")


def _edges(logits, y):
    quantiles = np.linspace(0, 1, BINS + 1)[1:-1]
    cuts = [np.quantile(logits[y == side], quantiles) for side in (0, 1) if (y == side).sum() >= 10]
    return np.unique(np.concatenate(cuts)) if cuts else np.array([0.])


def _bins(logits, y):
    which = np.searchsorted(_edges(logits, y), logits)
    out, current = [], []
    for b in np.unique(which):
        current.extend(np.flatnonzero(which == b))
        if len(current) >= BIN:
            out.append(np.array(current))
            current = []
    if current:
        out[-1:] = [np.concatenate([out[-1], current]) if out else np.array(current)]
    return [b.astype(int) for b in out]


def _venn_abers(positives, rows):
    """p0 and p1 of each bin."""
    bounds = np.empty((2, len(rows)))
    for b in range(len(rows)):
        for more in (0, 1):
            n, k = rows.copy(), positives.copy()
            n[b] += 1
            k[b] += more
            bounds[more, b] = isotonic_regression(k / np.maximum(n, 1e-9), sample_weight=n + 1e-9, y_min=0, y_max=1)[b]
    return np.maximum.accumulate(bounds, axis=1)


def knots(logits, y, sources):
    """[logit, p, lo, hi] of each bin, ascending in logit, p never falling."""
    bins = _bins(logits, y)
    x = np.array([logits[b].mean() for b in bins])
    p0, p1 = _venn_abers(np.array([y[b].sum() for b in bins], float), np.array([len(b) for b in bins], float))
    lows, highs = [], []
    for source in np.unique(sources):
        without = [b[sources[b] != source] for b in bins]
        if (sources == source).sum() >= BIN and sum(map(len, without)) >= LEAST_ANSWERS:
            lower, upper = _venn_abers(np.array([y[b].sum() for b in without], float), np.array([len(b) for b in without], float))
            lows.append(lower)
            highs.append(upper)
    p = p1 / (1 - p0 + p1)
    lo = np.minimum(p0, np.quantile(lows, .1, axis=0)) if lows else p0
    hi = np.maximum(p1, np.quantile(highs, .9, axis=0)) if highs else p1
    table = np.round(np.column_stack([x, p, np.minimum(lo, p), np.maximum(hi, p)]), 4)
    return table[np.concatenate([[True], np.diff(table[:, 0]) > 0])].tolist()


def apply(table, logits):
    """(p, lo, hi), p rounded as it is stored."""
    k = np.array(table)
    return tuple(np.round(np.interp(logits, k[:, 0], k[:, c]), 4) for c in (1, 2, 3))


def limits(p, y):
    """Least p called yes, or None, and greatest p called no."""
    negatives, positives = np.sort(p[y == 0])[::-1], np.sort(p[y == 1])
    allowed_yes = int(ERROR_YES * (len(negatives) + 1)) - 1
    allowed_no = int(ERROR_NO * (len(positives) + 1)) - 1
    yes = None if allowed_yes < 0 or len(positives) == 0 else max(LEAST_YES, round(float(negatives[min(allowed_yes + 1, len(negatives) - 1)]) + 1e-4, 4))
    no = -1. if allowed_no < 0 else round(float(positives[min(allowed_no + 1, len(positives) - 1)]) - 1e-4, 4)
    if yes is not None and no >= yes:  # both errors hold for every bound between the two: take the one with fewer yes
        yes, no = max(yes, no), max(yes, no) - 1e-4
    if yes is not None and (yes > 1 or not (p >= yes).any()):
        yes = None
    return yes, round(no, 4)


def fit(logits, y, sources, languages):
    """Calibration by language group; `all` pools them and serves the groups that have too few rows."""
    logits, groups = np.round(np.asarray(logits, float), 4), np.array([group_of(language) for language in languages])
    out = {}
    for group in [POOLED, *GROUPS, "rest"]:
        m = np.ones(len(y), bool) if group == POOLED else groups == group
        if group == POOLED or (m.sum() >= LEAST_ROWS and min((y[m] == 0).sum(), (y[m] == 1).sum()) >= LEAST_ANSWERS):
            table = knots(logits[m], y[m], sources[m])
            yes, no = limits(apply(table, logits[m])[0], y[m])
            out[group] = {"knots": table, "yes": yes, "no": no}
    return out


def of(calibration, language):
    """The part of a label's calibration that serves `language`."""
    return calibration.get(group_of(language), calibration[POOLED])


def probabilities(calibration, logits, languages):
    """(p, lo, hi) of each logit in its language."""
    out = np.zeros((3, len(logits)))
    groups = np.array([group_of(language) if group_of(language) in calibration else POOLED for language in languages])
    for group in np.unique(groups):
        m = groups == group
        out[:, m] = apply(calibration[group]["knots"], np.asarray(logits)[m])
    return out

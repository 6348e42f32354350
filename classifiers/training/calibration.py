"""Logit to probability with an interval, on rows that no model was trained on; and the figures of a card.

The map is isotonic over bins of the logit (at least 40 rows each) and linear between them. The interval of a bin joins
Wilson's 95 % interval of its share of positives with the spread of that share between sources.
"""
import numpy as np
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import average_precision_score, roc_auc_score

Z = 1.96


def wilson(positives, n):
    p = positives / n
    middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z / (1 + Z * Z / n) * np.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
    return max(0., middle - half), min(1., middle + half)


def _edges(logits, y):
    quantiles = np.linspace(0, 1, 13)[1:-1]
    cuts = [np.quantile(logits[y == side], quantiles) for side in (0, 1) if (y == side).sum() >= 10]
    return np.unique(np.concatenate(cuts))


def _bins(logits, y, least=40):
    which = np.searchsorted(_edges(logits, y), logits)
    order, out, current = np.unique(which), [], []
    for b in order:
        current.extend(np.flatnonzero(which == b))
        if len(current) >= least:
            out.append(np.array(current))
            current = []
    if current:
        out[-1:] = [np.concatenate([out[-1], current]) if out else np.array(current)]
    return [b.astype(int) for b in out]


def _spread(y, sources, rows, p):
    """Tenth and ninetieth percentile, by rows, of the share of positives in each source."""
    shares = []
    for source in np.unique(sources[rows]):
        here = rows[sources[rows] == source]
        if len(here) >= 20:
            shares.extend([y[here].mean()] * len(here))
    if not shares:
        return p, p
    return tuple(np.quantile(shares, [.1, .9]))


def fit(logits, y, sources):
    """Knots [logit, p, lo, hi], ascending in logit, p never falling."""
    bins = _bins(logits, y)
    x = np.array([logits[b].mean() for b in bins])
    order = np.argsort(x, kind="stable")
    bins, x = [bins[i] for i in order], x[order]
    n = np.array([len(b) for b in bins])
    share = np.array([(y[b].sum() + .5) / (len(b) + 1) for b in bins])
    p = IsotonicRegression(y_min=0, y_max=1).fit(x, share, sample_weight=n).predict(x)
    knots = []
    for i, b in enumerate(bins):
        lo, hi = wilson(y[b].sum(), len(b))
        low, high = _spread(y, sources, b, p[i])
        knots.append([float(x[i]), float(p[i]), float(min(lo, low, p[i])), float(max(hi, high, p[i]))])
    return [[round(v, 5) for v in k] for k in knots]


def apply(knots, logits):
    k = np.array(knots)
    return tuple(np.interp(logits, k[:, 0], k[:, c]) for c in (1, 2, 3))


def thresholds(p, y, precision=.8, miss=.1):
    """Least p whose calls are right four times of five, and greatest p below which one positive in ten lies."""
    yes = None
    for t in np.unique(np.round(p, 3)):
        above = p >= t
        if above.sum() >= 20 and y[above].mean() >= precision:
            yes = float(t)
            break
    no = float(np.floor(np.quantile(p[y == 1], miss) * 1000) / 1000) if y.sum() else 0.
    if yes is not None:
        no = min(no, yes - .001)
    return yes, max(no, 0.)


def ece(p, y, bins=10):
    edges = np.quantile(p, np.linspace(0, 1, bins + 1)[1:-1])
    which = np.searchsorted(edges, p)
    return float(sum(abs(p[which == b].mean() - y[which == b].mean()) * (which == b).mean() for b in np.unique(which)))


def figures(p, y):
    out = {"n": int(len(y)), "positives": int(y.sum())}
    if 10 <= y.sum() <= len(y) - 10:
        out["auroc"] = round(float(roc_auc_score(y, p)), 3)
        out["average_precision"] = round(float(average_precision_score(y, p)), 3)
        out["ece"] = round(ece(p, y), 3)
    return out

"""Figures of a card with their confidence intervals: AUROC (DeLong), average precision and calibration error (bootstrap)."""
import numpy as np
from scipy.stats import rankdata
from sklearn.metrics import average_precision_score

Z, DRAWS, LEAST = 1.96, 100, 10


def auroc(p, y):
    """(area, half width of its 95 % interval) after DeLong, DeLong and Clarke-Pearson 1988."""
    positives, negatives = p[y == 1], p[y == 0]
    m, n = len(positives), len(negatives)
    every = rankdata(np.concatenate([positives, negatives]))
    one = (every[:m] - rankdata(positives)) / n
    none = 1 - (every[m:] - rankdata(negatives)) / m
    return one.mean(), Z * np.sqrt(one.var(ddof=1) / m + none.var(ddof=1) / n)


def ece(p, y, bins=10):
    """Mean over ten bins of equal size of the distance between mean probability and share of positives."""
    edges = np.quantile(p, np.linspace(0, 1, bins + 1)[1:-1])
    which = np.searchsorted(edges, p)
    n = np.bincount(which, minlength=bins)
    gap = np.abs(np.bincount(which, p, minlength=bins) - np.bincount(which, y, minlength=bins))
    return float(gap[n > 0].sum() / len(y))


def of(p, y, drawn=True):
    """n, positives and, where both answers are there ten times, the figures with [low, high]; that of ECE only if `drawn`."""
    out = {"n": int(len(y)), "positives": int((y == 1).sum())}
    if min((y == 1).sum(), (y == 0).sum()) < LEAST:
        return out
    area, half = auroc(p, y)
    value = ece(p, y)
    out.update(auroc=round(float(area), 3), auroc_ci=[round(float(max(0, area - half)), 3), round(float(min(1, area + half)), 3)],
               average_precision=round(float(average_precision_score(y, p)), 3), ece=round(value, 3))
    if drawn:
        rng = np.random.default_rng(len(y))
        low, high = np.quantile([ece(p[k], y[k]) for k in (rng.integers(0, len(y), len(y)) for _ in range(DRAWS))], [.025, .975])
        out["ece_ci"] = [round(float(min(value, low)), 3), round(float(max(value, high)), 3)]
    return out

"""Calibrates the logits of a classifier, joins two tiers, and takes the figures of a card; the same for every tier."""
import numpy as np
from sklearn.linear_model import LogisticRegression

import calibration
import figures
import judged
import sources

EDGE, JOIN_C = 1e-4, 10
JUDGE_ECE = 500


class Scores:
    """Logits of one classifier on the judged texts.

    `z` is [calibration, dev], each [texts, labels]; `blind` is {label: {fold of sources: [calibration, dev]}}, each [texts], by models that did not see the fold.
    """

    def __init__(self, labels, z, blind):
        self.labels, self.z, self.blind = list(labels), z, blind

    def of(self, label):
        j = self.labels.index(label)
        return [part[:, j] for part in self.z]


def fitting_rows(texts, label, held=()):
    """Texts to calibrate on: judged ones, and ordinary text up to a quarter of them."""
    answers = texts.of(label)
    seen = np.array([s not in held for s in texts.source])
    known = np.flatnonzero((answers >= 0) & seen)
    ordinary = np.flatnonzero((answers == judged.PRESUMED) & seen)[:len(known) // 4]
    return np.concatenate([known, ordinary])


def calibrate(texts, label, z, held=()):
    rows = fitting_rows(texts, label, held)
    y = (texts.of(label)[rows] == 1).astype(int)
    return calibration.fit(z[rows], y, texts.source[rows], texts.language[rows])


def _by(keys, p, y, drawn=False):
    return {k: figures.of(p[keys == k], y[keys == k], drawn) for k in sorted(set(keys.tolist()))}


def in_source(texts, label, z, table):
    """Figures on the dev texts: all, by language group, by language, by source, and inside ordinary text."""
    answers = texts.of(label)
    p = calibration.probabilities(table, z, texts.language)[0]
    short, long = (answers >= 0) & ~texts.long, (answers >= 0) & texts.long
    y = (answers == 1).astype(int)
    groups = np.array([calibration.group_of(language) for language in texts.language])
    out = {"dev": figures.of(p[short], y[short]), "dev_inside_ordinary_text": figures.of(p[long], y[long])}
    for name, keys in (("by_group", groups), ("by_language", texts.language), ("by_source", texts.source)):
        out[name] = _by(keys[short], p[short], y[short], name == "by_group")
    for group, f in out["by_group"].items():
        f["calibration"] = "own" if group in table else "pooled"
    return out


def out_of_source(calibrating, judging, label, blind):
    """Figures on each source of a fold, by a model and a calibration that saw none of the fold; its calibration texts are as unseen as its dev texts."""
    out = {}
    for fold, logits in sorted(blind.items()):
        held = sources.FOLDS[fold]
        if len(set((calibrating.of(label)[fitting_rows(calibrating, label, held)] == 1).tolist())) < 2:
            continue
        table = calibrate(calibrating, label, logits[0], held)
        for source in sorted(held):
            found = _on(source, ((calibrating, logits[0]), (judging, logits[1])), label, table)
            if found["n"]:
                out[source] = found
    return out


def _on(source, parts, label, table):
    p, y, languages = [], [], []
    for texts, z in parts:
        mine = (texts.of(label) >= 0) & ~texts.long & (texts.source == source)
        p.append(calibration.probabilities(table, z[mine], texts.language[mine])[0])
        y.append((texts.of(label)[mine] == 1).astype(int))
        languages.append(texts.language[mine])
    p, y, languages = map(np.concatenate, (p, y, languages))
    return figures.of(p, y) | {"by_language": _by(languages, p, y)}


def label_figures(calibrating, judging, label, scores, table):
    z = scores.of(label)
    found = in_source(judging, label, z[1], table)
    found["out_of_source"] = out_of_source(calibrating, judging, label, scores.blind.get(label, {}))
    return found


def assess(calibrating, judging, scores, log=print):
    """{label: (calibration, figures)}."""
    out = {}
    for label in scores.labels:
        table = calibrate(calibrating, label, scores.of(label)[0])
        out[label] = table, label_figures(calibrating, judging, label, scores, table)
        log(label, out[label][1]["dev"].get("auroc"), {k: v.get("auroc") for k, v in out[label][1]["out_of_source"].items()}, flush=True)
    return out


def log_odds(p):
    p = np.clip(p, EDGE, 1 - EDGE)
    return np.log(p / (1 - p))


def stack(first, second, y, rows_weigh=None):
    """(bias, weight of the first, weight of the second) of a logistic regression on calibrated log-odds; a negative weight is taken out."""
    used = [0, 1]
    x = np.column_stack([first, second])
    while True:
        model = LogisticRegression(C=JOIN_C, max_iter=200).fit(x[:, used], y, sample_weight=rows_weigh)
        weights = dict(zip(used, model.coef_[0]))
        bad = [k for k in used if weights[k] < 0]
        if not bad or len(used) == 1:
            return [round(float(v), 4) for v in (model.intercept_[0], max(0, weights.get(0, 0)), max(0, weights.get(1, 0)))]
        used = [k for k in used if k not in bad] or [1]


def joined(weights, first, second):
    return weights[0] + weights[1] * first + weights[2] * second


def fuse(calibrating, judging, one, two, first, second, log=print):
    """{label: (weights, calibration, figures)} of labels that both tiers score; `first` and `second` are what `assess` gave of `one` and `two`."""
    out = {}
    for label in two.labels:
        if label not in one.labels:
            continue
        odds = [[log_odds(calibration.probabilities(of[label][0], s.of(label)[k], texts.language)[0]) for k, texts in enumerate((calibrating, judging))]
                for s, of in ((one, first), (two, second))]
        rows = fitting_rows(calibrating, label)
        y = (calibrating.of(label)[rows] == 1).astype(int)
        weights = stack(*_fitting_odds(calibrating, label, one, two, odds, rows, y))
        z = [joined(weights, odds[0][k], odds[1][k]) for k in (0, 1)]
        blind = _blind_joined(calibrating, judging, label, one, two, weights)
        scores = Scores([label], [part[:, None] for part in z], {label: blind})
        table = calibrate(calibrating, label, z[0])
        out[label] = weights, table, label_figures(calibrating, judging, label, scores, table)
        log(label, weights, out[label][2]["dev"].get("auroc"), {k: v.get("auroc") for k, v in out[label][2]["out_of_source"].items()}, flush=True)
    return out


def _fitting_odds(calibrating, label, one, two, odds, rows, y):
    """(first, second, answers, weights) to fit the join on.

    On texts like those it was trained on a tier looks better than it is elsewhere. So on a fold that both have a model without, the log-odds are those models',
    and these texts weigh as much as all the others, where they hold both answers often enough.
    """
    first, second = odds[0][0][rows], odds[1][0][rows]
    for fold in sorted(set(one.blind.get(label, {})) & set(two.blind.get(label, {}))):
        held = np.isin(calibrating.source[rows], sorted(sources.FOLDS[fold]))
        if min((held & (y == 0)).sum(), (held & (y == 1)).sum()) >= calibration.LEAST_ANSWERS:
            first, second = (np.where(held, _blind_odds(calibrating, label, s, fold, calibrating, 0)[rows], seen) for s, seen in ((one, first), (two, second)))
            return first, second, y, np.where(held, .5 / held.mean(), .5 / (1 - held.mean()))
    return first, second, y, None


def _blind_odds(calibrating, label, scores, fold, texts, part):
    """Log-odds of `texts`, the `part` of the judged ones, by the model and a calibration that have not seen `fold`."""
    z = scores.blind[label][fold]
    table = calibrate(calibrating, label, z[0], sources.FOLDS[fold])
    return log_odds(calibration.probabilities(table, z[part], texts.language)[0])


def _blind_joined(calibrating, judging, label, one, two, weights):
    both = sorted(set(one.blind.get(label, {})) & set(two.blind.get(label, {})))
    out = {}
    for fold in both:
        z = [np.zeros(len(calibrating.texts)), np.zeros(len(judging.texts))]
        for s, weight in ((one, weights[1]), (two, weights[2])):
            for k, texts in enumerate((calibrating, judging)):
                z[k] += weight * _blind_odds(calibrating, label, s, fold, texts, k)
        out[fold] = [part + weights[0] for part in z]
    return out

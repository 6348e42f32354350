"""Tier 1: one linear model over hashed n-grams for all labels.

The weights of a label are the mean of two logistic regressions: a plain one, and one on features scaled by their naive-Bayes log-count ratio (Wang and Manning 2012)
with every source weighing the root of its rows and both answers of a source weighing the same, so that a source cannot stand for an answer. Labels of harm learn from neutral texts (groups.py), all others
from the texts as they are. Labels of hate and insult also learn from every filling of our templates (swaps.py).
"""
import json
import multiprocessing
import warnings

import numpy as np
import onnx
import scipy.sparse as sp
from onnx import TensorProto, helper, numpy_helper
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

import features
import groups
import sources
import swaps

BITS = 17
JUDGED_CAP, BLIND_CAP, NEUTRAL_CAP, LONG_SHARE, STEPS = 24_000, 10_000, 3_000, .2, 40
PLAIN_C, RATIO_C, RATIO_FLOOR, LEAST = 8, .3, 10, 8
_STATE = {}


def seed_of(*words):
    return int(sources.digest(":".join(words))[:8], 16)


class Counts:
    """Raw counts of texts as they are and, behind them, of the neutral texts that differ."""

    def __init__(self, texts, languages):
        neutral = [groups.neutral(text, language) for text, language in zip(texts, languages)]
        named = [i for i, text in enumerate(texts) if neutral[i] != text]
        self.raw = features.counts([*texts, *(neutral[i] for i in named)], BITS)
        self.own = np.arange(len(texts))
        self.neutral = self.own.copy()
        self.neutral[named] = len(texts) + np.arange(len(named))

    def at(self, label):
        """Which row of `raw` each text has for `label`."""
        return self.neutral if label.startswith(groups.HARM) else self.own


def counted(rows):
    return Counts([r.text for r in rows], [r.language for r in rows])


class Pool:
    """Training rows of one label: judged ones, ordinary text presumed negative, and judged ones inside ordinary text."""

    def __init__(self, rows, counts, label, held_out=(), cap=JUDGED_CAP):
        self.rows, self.raw, self.at = rows, counts.raw, counts.at(label)
        self.rng = np.random.default_rng(seed_of(label, "train"))
        mine = [i for i, r in enumerate(rows) if r.source not in held_out]
        judged = np.array([i for i in mine if label in rows[i].labels], dtype=int)
        neutral = np.array([i for i in mine if label not in rows[i].labels and sources.presumed_negative(label, rows[i].source)], dtype=int)
        self.judged = self._some(judged, cap)
        self.neutral = self._some(neutral, min(NEUTRAL_CAP, max(500, len(self.judged) // 2)))
        self.y = np.array([rows[i].labels[label] for i in self.judged], dtype=int)

    def _some(self, ids, most):
        return np.sort(self.rng.permutation(ids)[:most])

    def long(self):
        """Judged rows with one, two or four texts of the same language around them that are free of the label."""
        keep = np.sort(self.rng.permutation(len(self.judged))[:int(max(400, LONG_SHARE * len(self.judged)))])
        filler = {}
        for i in self.neutral:
            filler.setdefault(self.rows[i].language, []).append(i)
        for i, y in zip(self.judged, self.y):
            if y == 0 and self.rows[i].language != "en":
                filler.setdefault(self.rows[i].language, []).append(i)
        at, columns, kept = [], [], []
        for k in keep:
            fill = filler.get(self.rows[self.judged[k]].language)
            if fill:
                chosen = self.rng.choice(fill, size=int(self.rng.choice([1, 2, 4])))
                columns.extend([self.judged[k], *chosen])
                at.extend([len(kept)] * (1 + len(chosen)))
                kept.append(k)
        pick = sp.csr_matrix((np.ones(len(at), dtype=np.float32), (at, self.at[columns])), shape=(len(kept), self.raw.shape[0]))
        return features.weigh(pick @ self.raw), self.y[kept], self.judged[kept]

    def matrix(self):
        """(values, answers, cells): a cell is a source and language, by which rows are weighed."""
        long, long_y, long_ids = self.long()
        ids = np.concatenate([self.judged, self.neutral, long_ids]).astype(int)
        x = sp.vstack([features.weigh(self.raw[self.at[ids]]) for ids in (self.judged, self.neutral)] + [long]).tocsr()
        y = np.concatenate([self.y, np.zeros(len(self.neutral), dtype=int), long_y])
        return x, y, np.array([f"{self.rows[i].source} {self.rows[i].language}" for i in ids])


def balance(y, cells):
    """Weights by which a cell counts as the root of its rows and both its answers alike."""
    out = np.ones(len(y))
    for cell in np.unique(cells):
        m = cells == cell
        sides = [m & (y == v) for v in (0, 1) if (m & (y == v)).any()]
        for side in sides:
            out[side] = m.sum() ** .5 / 2 / max(side.sum(), RATIO_FLOOR)
    return out / out.mean()


def _ratio(x, y, weights):
    """Log ratio of the features' weighted counts among positives and negatives, its mean size one."""
    p = np.asarray(x.T @ (weights * (y == 1))).ravel() + 1
    q = np.asarray(x.T @ (weights * (y == 0))).ravel() + 1
    r = np.log(p / p.sum()) - np.log(q / q.sum())
    return (r / np.abs(r).mean()).astype(np.float32)


def _regress(x, y, c, weights=None):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # the number of steps is part of the recipe
        model = LogisticRegression(C=c, max_iter=STEPS, tol=1e-4).fit(x, y, sample_weight=weights)
    return model.coef_[0], model.intercept_[0]


def _quantize(w):
    scale = max(np.abs(w).max(), 1e-6) / 127
    return np.clip(np.round(w / scale), -127, 127).astype(np.int8), np.float32(scale)


class Written:
    """Further fillings of our templates, which weigh more in the plain regression."""

    def __init__(self, rows):
        self.rows = swaps.written(rows)
        self.counts = counted(self.rows)

    def added(self, label, held_out, x, y, cells):
        """The matrix with the rows of `label` behind it, and the weights of all."""
        mine = [i for i, r in enumerate(self.rows) if label in swaps.LABELS and label in r.labels and r.source not in held_out]
        if not mine:
            return x, y, cells, None
        weights = np.concatenate([np.ones(len(y)), np.full(len(mine), swaps.WEIGHT)])
        x = sp.vstack([x, features.weigh(self.counts.raw[self.counts.at(label)[mine]])]).tocsr()
        y = np.concatenate([y, [self.rows[i].labels[label] for i in mine]])
        return x, y, np.concatenate([cells, [f"{self.rows[i].source} {self.rows[i].language}" for i in mine]]), weights


def fit(rows, counts, written, label, held_out=(), cap=JUDGED_CAP):
    """(int8 weights, scale, bias), or None where an answer is missing."""
    x, y, cells = Pool(rows, counts, label, held_out, cap).matrix()
    if min((y == 0).sum(), (y == 1).sum()) < LEAST:
        return None
    x, y, cells, plain_weights = written.added(label, held_out, x, y, cells)
    weights = balance(y, cells)
    ratio = _ratio(x, y, weights)
    plain, plain_bias = _regress(x, y, PLAIN_C, plain_weights)
    scaled, scaled_bias = _regress((x @ sp.diags(ratio)).tocsr(), y, RATIO_C, weights)
    w, scale = _quantize((plain + scaled * ratio) / 2)
    return w, scale, np.float32((plain_bias + scaled_bias) / 2)


def logits(model, x):
    w, scale, bias = model
    return np.asarray(x @ w.astype(np.float32)).ravel() * scale + bias


def _label(label):
    rows, counts, written, judged = (_STATE[k] for k in ("rows", "counts", "written", "judged"))
    model = fit(rows, counts, written, label)
    blind = {}
    for fold, held in sources.FOLDS.items():
        if any(r.source in held and label in r.labels for r in rows):
            unseeing = fit(rows, counts, written, label, held, BLIND_CAP)
            if unseeing is not None:
                blind[fold] = [logits(unseeing, x)[of.at(label)].astype(np.float32) for x, of in judged]
    return label, model, blind


def train(rows, labels, judged, processes=2, log=print):
    """Models of all labels and, for each fold of sources, the logits of a model that did not see it on each of the `judged`: {label: (model, {fold: [logits]})}."""
    rows = [r for r in rows if r.part == "train"]
    counts, written = counted(rows), Written(rows)
    _STATE.update(rows=rows, counts=counts, written=written, judged=[_weighed(Counts(t.texts, t.language)) for t in judged])
    log(f"{counts.raw.nnz / counts.raw.shape[0]:.0f} features a row, {len(rows)} rows, {len(written.rows)} more fillings, {counts.raw.shape[0] - len(rows)} rows name people")
    done = {}
    with multiprocessing.get_context("fork").Pool(processes) as workers:
        for label, model, blind in workers.imap(_label, labels, chunksize=1):
            done[label] = model, blind
            log(label, len(blind), flush=True)
    return done


def _weighed(counts):
    return features.weigh(counts.raw), counts


def write_model(models, labels, path):
    """Writes one ONNX file for `models`, a list of (weights, scale, bias) in the order of `labels`."""
    weights = np.stack([m[0] for m in models], axis=1)
    scale, bias = (np.array([m[k] for m in models], dtype=np.float32) for k in (1, 2))
    nodes = [
        helper.make_node("Gather", ["weights", "ids"], ["rows_int8"], axis=0),
        helper.make_node("Cast", ["rows_int8"], ["rows"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["values", "first_axis"], ["values_2d"]),
        helper.make_node("MatMul", ["values_2d", "rows"], ["sums"]),
        helper.make_node("Mul", ["sums", "scale"], ["scaled"]),
        helper.make_node("Add", ["scaled", "bias"], ["shifted"]),
        helper.make_node("Squeeze", ["shifted", "first_axis"], ["logits"]),
    ]
    graph = helper.make_graph(
        nodes, "hashed_ngrams",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["n"]), helper.make_tensor_value_info("values", TensorProto.FLOAT, ["n"])],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [len(models)])],
        [numpy_helper.from_array(weights, "weights"), numpy_helper.from_array(scale, "scale"), numpy_helper.from_array(bias, "bias"),
         numpy_helper.from_array(np.array([0], dtype=np.int64), "first_axis")])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], producer_name="florilegium")
    model.ir_version = 8
    helper.set_model_props(model, {"labels": json.dumps(labels), "groups": groups.NAME})
    onnx.checker.check_model(model)
    onnx.save(model, path)

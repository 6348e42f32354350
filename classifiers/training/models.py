"""Opens a classifier's folder as it is published, so that what is judged is what runs."""
import hashlib
import json
import os

import numpy as np
import onnx
import onnxruntime
import yaml
from onnx import numpy_helper

import features
import groups


def _sha256(path):
    with open(path, "rb") as f:
        return hashlib.sha256(f.read()).hexdigest()


def _labels(model, folder):
    """The order of a model's outputs: in the file's metadata, else in labels.json or labels.yaml."""
    told = {p.key: p.value for p in model.metadata_props}
    if "labels" in told:
        return json.loads(told["labels"])
    beside = os.path.join(folder, "labels.json")
    with open(beside if os.path.exists(beside) else os.path.join(folder, "labels.yaml"), encoding="utf-8") as f:
        return json.load(f) if os.path.exists(beside) else [entry["name"] for entry in yaml.safe_load(f)["labels"]]


def _groups(model):
    """What `input` says of named groups: nothing, unless the file's metadata does."""
    told = {p.key: p.value for p in model.metadata_props}
    return {"groups": told["groups"]} if "groups" in told else {}


class _Model:
    """What both tiers share: whether their labels of harm are scored on neutral texts."""

    def logits(self, texts, languages):
        """[texts, labels]"""
        if "groups" in self.head["input"]:
            return groups.logits(self._scores, self.labels, texts, languages)
        return self._scores(texts)


class Ngrams(_Model):
    """Tier 1; its one matrix product is taken for many texts at once."""

    def __init__(self, folder, model):
        arrays = {a.name: numpy_helper.to_array(a) for a in model.graph.initializer}
        self.weights, self.scale, self.bias = arrays["weights"].astype(np.float32), arrays["scale"], arrays["bias"]
        self.bits = int(self.weights.shape[0]).bit_length() - 1
        self.labels = _labels(model, folder)
        self.head = {"kind": "hashed-ngrams", "input": {"features": "code-point-ngrams-1", "bits": self.bits} | _groups(model), "tier": 1,
                     "languages": ["all"]}

    def _scores(self, texts):
        return np.asarray(features.weigh(features.counts(texts, self.bits)) @ self.weights) * self.scale + self.bias


MAX_TOKENS, PREFIX = 256, "query: "


class TextEncoder(_Model):
    """Tier 2, one text a call, as users run it."""

    def __init__(self, folder, model):
        from tokenizers import Tokenizer
        path = os.path.join(folder, "tokenizer.json")
        self.head = {"kind": "text-encoder", "tier": 2, "languages": [], "input": {"max_tokens": MAX_TOKENS, "prefix": PREFIX} | _groups(model),
                     "tokenizer": {"file": "tokenizer.json", "sha256": _sha256(path)}}
        self.labels = _labels(model, folder)
        self.sha256 = _sha256(os.path.join(folder, "model.onnx"))
        self.tokenizer = Tokenizer.from_file(path)
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(MAX_TOKENS)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(os.path.join(folder, "model.onnx"), options, providers=["CPUExecutionProvider"])
        self.inputs = {i.name for i in self.session.get_inputs()}

    def _scores(self, texts):
        return np.array([self._one(text) for text in texts], dtype=np.float32)

    def _one(self, text):
        ids = np.array([self.tokenizer.encode(PREFIX + text).ids], dtype=np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        return self.session.run(None, {k: v for k, v in feed.items() if k in self.inputs})[0].ravel()


def open_model(folder):
    model = onnx.load(os.path.join(folder, "model.onnx"))
    kind = Ngrams if any(a.name == "weights" and a.data_type == onnx.TensorProto.INT8 for a in model.graph.initializer) else TextEncoder
    return kind(folder, model)

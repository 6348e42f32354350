"""Writes the trained scorer as one int8 ONNX file: `python export.py --run FOLDER --weights e5-small-q4.bin --vocabulary FOLDER --out FOLDER`.

Word vectors and matrices are int8, a scale for each output; the label heads stay float32. Activations are quantized while it runs, over the
whole input, so a text is scored one a call.
"""
import argparse
import json
import os
import shutil
import sys

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import e5
import groups
from model import Scorer

PREFIX, MAX_TOKENS = "query: ", 256


def trained(run, weights, kept):
    """The scorer of folder `run` over the `kept` word vectors, and its labels."""
    with open(os.path.join(run, "labels.json"), encoding="utf-8") as f:
        labels = json.load(f)
    state = torch.load(os.path.join(run, "weights.pt"), weights_only=True)
    layers = 1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers."))
    tensors = e5.read(weights)
    scorer = Scorer(tensors, layers, len(labels), tensors["emb.word"][kept])
    missing = scorer.load_state_dict(state, strict=False)
    if missing.missing_keys != ["words.weight"] or missing.unexpected_keys:
        raise ValueError(f"{run}: {missing}")
    return scorer.eval(), labels


def write(scorer, path):
    """float32 and int8 graphs of `scorer`; returns the path of the float32 one."""
    full = path.replace(".onnx", "_float32.onnx")
    ids = torch.full((1, 16), 5, dtype=torch.long)
    torch.onnx.export(scorer, (ids, torch.ones_like(ids)), full, input_names=["input_ids", "attention_mask"], output_names=["logits"],
                      dynamic_axes={"input_ids": {1: "tokens"}, "attention_mask": {1: "tokens"}}, opset_version=17, dynamo=False)
    graph = onnx.load(full)
    heads = [node.name for node in graph.graph.node if "heads" in node.name]
    inner = [node.name for node in graph.graph.node if node.op_type == "MatMul" and not any(i.name in node.input for i in graph.graph.initializer)]
    quantize_dynamic(full, path, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather"],
                     nodes_to_exclude=heads + inner)
    small = onnx.load(path)
    onnx.helper.set_model_props(small, {"groups": groups.NAME})
    onnx.save(small, path)
    return full


class Onnx:
    """Scores texts with an ONNX file, one a call."""

    def __init__(self, model, tokenizer):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self.tokenizer = Tokenizer.from_file(tokenizer)
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(MAX_TOKENS)

    def logits(self, texts):
        out = []
        for text in texts:
            ids = np.array([self.tokenizer.encode(PREFIX + text).ids], dtype=np.int64)
            out.append(self.session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0][0])
        return np.array(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("run", "weights", "vocabulary", "out"):
        parser.add_argument("--" + name, required=True)
    options = parser.parse_args()
    with open(os.path.join(options.vocabulary, "kept.json"), encoding="utf-8") as f:
        kept = json.load(f)
    scorer, labels = trained(options.run, options.weights, kept)
    os.makedirs(options.out, exist_ok=True)
    path = os.path.join(options.out, "model.onnx")
    full = write(scorer, path)
    os.replace(full, os.path.join(options.run, "float32.onnx"))
    shutil.copy(os.path.join(options.vocabulary, "tokenizer.json"), os.path.join(options.out, "tokenizer.json"))
    print(f"{len(labels)} labels, {os.path.getsize(path) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

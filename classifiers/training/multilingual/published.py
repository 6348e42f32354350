"""Weights of a published model as a start for more training: `python published.py --model FOLDER --out FOLDER` writes weights.pt and labels.json for finetune.py --start.

The file holds int8 matrices with a scale for each output, so what comes back is within half a step of what was trained; a few hundred batches make up for that.
"""
import argparse
import json
import os
import sys

import numpy as np
import onnx
import torch
from onnx import numpy_helper

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import models


def _parameter(node, stem):
    """The name of the matrix `stem` that `node` takes: its own, or for `/layers.0/q/MatMul_quant` `layers.0.attention.q.weight`."""
    if "::" not in stem:
        return stem
    *scope, part = [p for p in node.name.split("/")[:-1] if p]
    return ".".join([*scope, *(["attention"] if part in ("q", "k", "v", "ao") else []), part, "weight"])


def weights(path):
    """Parameter name -> float32 tensor, without the word vectors, which are not trained."""
    graph = onnx.load(path).graph
    arrays = {a.name: numpy_helper.to_array(a) for a in graph.initializer}
    out = {name: torch.tensor(a) for name, a in arrays.items() if "::" not in name and a.dtype == np.float32 and not name.endswith("_scale")}
    for node in graph.node:
        for name in node.input:
            if name.endswith("_quantized") and name in arrays and not name.startswith("words."):
                stem = name.removesuffix("_quantized")
                matrix = (arrays[name].astype(np.float32) - arrays[stem + "_zero_point"].astype(np.float32)) * arrays[stem + "_scale"]
                out[_parameter(node, stem)] = torch.tensor(matrix.T.copy())
            elif name.startswith("onnx::MatMul") and name in arrays and arrays[name].dtype == np.float32 and node.op_type == "MatMul":
                out[_parameter(node, name)] = torch.tensor(arrays[name].T.copy())
    out.pop("words.weight", None)
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", required=True, help="folder of a classifier")
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    path = os.path.join(options.model, "model.onnx")
    torch.save(weights(path), os.path.join(options.out, "weights.pt"))
    with open(os.path.join(options.out, "labels.json"), "w", encoding="utf-8") as f:
        json.dump(models._labels(onnx.load(path), options.model), f)


if __name__ == "__main__":
    main()

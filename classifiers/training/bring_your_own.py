"""A classifier of one's own from a few labelled texts: `python bring_your_own.py --folder DIR --label FAMILY.NAME --encoder JAR --onnx NAME --tokenizer NAME`.

Reads DIR/texts.jsonl ({"text", "label": 0 or 1} a line), embeds each with the encoder inside a Maven jar, fits a logistic regression, calibrates
it on predictions of folds that did not see the text, and writes DIR/model.onnx, calibration.json and labels.yaml with all hashes. The card is yours to
write. See docs/bring-your-own-classifier.md.
"""
import argparse
import hashlib
import json
import os
import zipfile

import numpy as np
import onnx
import onnxruntime
import yaml
from onnx import TensorProto, helper, numpy_helper
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from tokenizers import Tokenizer

import groups

MAX_TOKENS = 256


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def embedder(model, tokenizer):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    words = Tokenizer.from_str(tokenizer.decode())
    words.no_padding()
    words.enable_truncation(MAX_TOKENS)

    def embed(text):
        ids = np.array([words.encode(text).ids], dtype=np.int64)
        mean = session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)})[0][0].mean(0)
        return mean / max(np.linalg.norm(mean), 1e-12)
    return embed


def head(weights, bias):
    graph = helper.make_graph(
        [helper.make_node("Gemm", ["embedding", "weights", "bias"], ["row"]), helper.make_node("Squeeze", ["row", "first_axis"], ["logits"])], "head",
        [helper.make_tensor_value_info("embedding", TensorProto.FLOAT, [1, len(weights)])], [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [1])],
        [numpy_helper.from_array(weights.astype(np.float32).reshape(-1, 1), "weights"), numpy_helper.from_array(np.array([bias], np.float32), "bias"),
         numpy_helper.from_array(np.array([0], np.int64), "first_axis")])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], producer_name="florilegium")
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model.SerializeToString()


def calibration(logits, y):
    """Five knots of an isotonic map, with a wide interval: these are few texts."""
    p = IsotonicRegression(y_min=.02, y_max=.98, out_of_bounds="clip").fit(logits, y)
    at = np.unique(np.quantile(logits, [0, .25, .5, .75, 1]))
    half = 1.96 * .5 / np.sqrt(len(y))
    return [[round(float(x), 5), round(float(v), 5), round(max(0., float(v) - half), 5), round(min(1., float(v) + half), 5)] for x, v in zip(at, p.predict(at))]


def main():
    parser = argparse.ArgumentParser()
    for name in ("folder", "label", "encoder", "onnx", "tokenizer"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--tier", type=int, default=1, choices=(1, 2), help="1 scores every passage, 2 those the policy sends")
    parser.add_argument("--neutral-groups", action="store_true", help="a label of harm is learned and scored on texts that name no group of people")
    parser.add_argument("--definition", default="Written by the owner of this classifier.")
    args = parser.parse_args()
    with zipfile.ZipFile(args.encoder) as jar:
        encoder, tokenizer = jar.read(args.onnx), jar.read(args.tokenizer)
    with open(os.path.join(args.folder, "texts.jsonl"), encoding="utf-8") as f:
        rows = [json.loads(line) for line in f]
    embed = embedder(encoder, tokenizer)
    neutral = args.neutral_groups and args.label.startswith(groups.HARM)
    x, y = np.stack([embed(groups.neutral(r["text"], "en") if neutral else r["text"]) for r in rows]), np.array([r["label"] for r in rows])
    regression = LogisticRegression(C=10, max_iter=1000)
    blind = cross_val_predict(regression, x, y, cv=StratifiedKFold(4), method="decision_function")
    regression.fit(x, y)
    files = {"model.onnx": head(regression.coef_[0], regression.intercept_[0]),
             "calibration.json": (json.dumps({"labels": {args.label: {"knots": calibration(blind, y), "yes": .8, "no": .2}}}, indent=1) + "\n").encode()}
    for name, data in files.items():
        with open(os.path.join(args.folder, name), "wb") as f:
            f.write(data)
    examples = {v: [r["text"] for r in rows if r["label"] == v][:2] for v in (0, 1)}
    spec = {"name": os.path.basename(os.path.abspath(args.folder)), "version": "0.1.0", "tier": args.tier, "kind": "encoder-head", "languages": ["en"],
            "input": {"max_tokens": MAX_TOKENS} | ({"groups": groups.NAME} if neutral else {}), "encoder": {"resource": args.onnx, "sha256": sha256(encoder)},
            "tokenizer": {"resource": args.tokenizer, "sha256": sha256(tokenizer)}, "model": {"file": "model.onnx", "sha256": sha256(files["model.onnx"])},
            "calibration": {"file": "calibration.json", "sha256": sha256(files["calibration.json"])},
            "labels": [{"name": args.label, "status": "experimental", "definition": args.definition, "languages": ["en"], "elsewhere": "absent",
                        "for": examples[1], "against": examples[0], "theories": [], "sources": ["texts.jsonl"]}]}
    with open(os.path.join(args.folder, "labels.yaml"), "w", encoding="utf-8") as f:
        yaml.safe_dump(spec, f, sort_keys=False, allow_unicode=True, width=120)
    print(f"{len(y)} texts, {((blind > 0) == y).mean():.3f} right in folds that did not see the text")


if __name__ == "__main__":
    main()

"""Trains the classifiers and writes their folders: `python train.py --data FOLDER_OF_LABELLED_SETS [ngrams] [english_encoder]`."""
import argparse
import json
import os
import time

import yaml

import encoder
import folder
import sources
import tier1

HERE = os.path.dirname(os.path.abspath(__file__))
CLASSIFIERS = os.path.dirname(HERE)
PARITY = os.path.join(CLASSIFIERS, "..", "src", "test", "resources", "tag")
CAP = 16_000


def _definitions():
    with open(os.path.join(HERE, "definitions.yaml"), encoding="utf-8") as f:
        return yaml.safe_load(f)


def _keys(rows, labels):
    return {label: sorted({r.source for r in rows if label in r.labels}) for label in labels}


def _parity(name, score, labels):
    """Scores of texts written for this project; a test compares Java's with them."""
    with open(os.path.join(PARITY, "parity_texts.json"), encoding="utf-8") as f:
        texts = json.load(f)
    rows = [{"text": t, "logits": [round(float(v), 6) for v in logits]} for t, logits in zip(texts, score(texts))]
    with open(os.path.join(PARITY, f"parity_{name}.json"), "w", encoding="utf-8") as f:
        f.write(json.dumps({"labels": labels, "rows": rows}, ensure_ascii=False, indent=1) + "\n")


def train_ngrams(rows, read, data):
    definitions = _definitions()
    labels = list(definitions)
    trained = tier1.train(rows, labels)
    out = os.path.join(CLASSIFIERS, "ngrams")
    os.makedirs(out, exist_ok=True)
    path = os.path.join(out, "model.onnx")
    tier1.write_model(trained, labels, path)
    done = {k: trained[k][1:] for k in labels}
    head = {"name": "ngrams", "version": folder.VERSION, "tier": 1, "kind": "hashed-ngrams", "languages": ["all"],
            "input": {"features": "code-point-ngrams-1", "bits": tier1.BITS}}
    folder.write(out, head, done, definitions, _keys(rows, labels))
    folder.card(out, "card_ngrams.md", done, read, folder.licences(data, read))
    _parity("ngrams", lambda texts: tier1.score_texts(path, texts), labels)


def train_encoder(rows, read, data):
    definitions = _definitions()
    english = [r for r in rows if r.language == "en"]
    out = os.path.join(CLASSIFIERS, "english_encoder")
    os.makedirs(out, exist_ok=True)
    artefacts = os.path.join(CLASSIFIERS, "..", "target", "encoder")
    done = encoder.train(english, artefacts, os.path.join(out, "model.onnx"))
    head = {"name": "english_encoder", "version": folder.VERSION, "tier": 2, "kind": "encoder-head", "languages": ["en"],
            "input": {"max_tokens": encoder.MAX_TOKENS},
            "encoder": {"resource": encoder.MODEL, "sha256": folder.sha256(os.path.join(artefacts, encoder.MODEL))},
            "tokenizer": {"resource": encoder.TOKENIZER, "sha256": folder.sha256(os.path.join(artefacts, encoder.TOKENIZER))}}
    folder.write(out, head, done, definitions, _keys(english, done))
    folder.card(out, "card_english_encoder.md", done, read, folder.licences(data, read))
    _parity("english_encoder", lambda texts: encoder.score_texts(artefacts, os.path.join(out, "model.onnx"), texts), list(done))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("classifiers", nargs="*", default=["ngrams", "english_encoder"])
    options = parser.parse_args()
    rows, read = sources.load(options.data, CAP)
    for name in options.classifiers:
        start = time.time()
        {"ngrams": train_ngrams, "english_encoder": train_encoder}[name](rows, read, options.data)
        print(f"{name}: {time.time() - start:.0f} s")


if __name__ == "__main__":
    main()

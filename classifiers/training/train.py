"""Trains tier 1 and writes the folders of both tiers: `python train.py --data SETS [--keep] [NAME OF TIER 2 ...]`.

Tier 2 is trained by multilingual/; here its ONNX file is scored, calibrated, joined with tier 1 and described.
"""
import argparse
import json
import os
import time

import numpy as np
import yaml

import assess
import calibration
import folder
import judged
import models
import policies
import sources
import tier1
import unseen

HERE = os.path.dirname(os.path.abspath(__file__))
CLASSIFIERS = os.path.dirname(HERE)
PARITY = os.path.join(CLASSIFIERS, "..", "src", "test", "resources", "tag")
SCORES = os.path.join(CLASSIFIERS, "..", "target", "training")


def definitions():
    with open(os.path.join(HERE, "definitions.yaml"), encoding="utf-8") as f:
        return yaml.safe_load(f)


class Data:
    """All rows, and the texts on which every tier is calibrated and judged."""

    def __init__(self, path):
        self.path = path
        self.rows, self.read = sources.load(path)
        self.definitions = definitions()
        self.calibrating, self.judging = (judged.Judged(self.rows, self.definitions, part) for part in ("calibration", "dev"))
        print(f"{len(self.calibrating.texts)} texts to calibrate on, {len(self.judging.texts)} to judge by", flush=True)

    def keys(self, label):
        return sorted({r.source for r in self.rows if label in r.labels})


def save(name, scores):
    """Keeps logits in target/, so that `make evaluate` need not train again for the out-of-source figures."""
    os.makedirs(SCORES, exist_ok=True)
    flat = {f"{label}|{fold}|{k}": z.astype(np.float32) for label, of in scores.blind.items() for fold, parts in of.items() for k, z in enumerate(parts)}
    np.savez_compressed(os.path.join(SCORES, name + ".npz"), **flat)


def load_blind(name, data):
    """{label: {fold: [calibration, dev]}} kept by an earlier run on the same texts, else empty."""
    path, out = os.path.join(SCORES, name + ".npz"), {}
    if os.path.exists(path):
        with np.load(path) as kept:
            for key in kept.files:
                label, fold, k = key.split("|")
                out.setdefault(label, {}).setdefault(fold, [None, None])[int(k)] = kept[key]
    sizes = (len(data.calibrating.texts), len(data.judging.texts))
    if any((len(z[0]), len(z[1])) != sizes for of in out.values() for z in of.values()):
        print(f"{path} is of other texts and is not used")
        return {}
    return out


def train_ngrams(data):
    labels = list(data.definitions)
    trained = tier1.train(data.rows, labels, [data.calibrating, data.judging])
    out = os.path.join(CLASSIFIERS, "ngrams")
    os.makedirs(out, exist_ok=True)
    kept = [label for label in labels if trained[label][0] is not None]
    tier1.write_model([trained[label][0] for label in kept], kept, os.path.join(out, "model.onnx"))
    save("ngrams", assess.Scores(kept, None, {label: trained[label][1] for label in kept}))


def _key(text, language):
    return sources.digest(f"{language}:{text}")


def scored(name, model, data):
    """Logits on the judged texts; of tier 2, those that an earlier run kept for the same file and the same texts."""
    path, parts = os.path.join(SCORES, name + "_logits.npz"), (data.calibrating, data.judging)
    if isinstance(model, models.Ngrams):
        return [model.logits(t.texts, t.language) for t in parts]
    kept = {}
    if os.path.exists(path):
        with np.load(path, allow_pickle=False) as f:
            if str(f.get("model", "")) == model.sha256:
                kept = dict(zip(f["keys"].tolist(), f["logits"]))
    missing = {key: of for t in parts for of in zip(t.texts, t.language) if (key := _key(*of)) not in kept}
    if missing:
        print(f"{name}: {len(missing)} texts are scored", flush=True)
        kept.update(zip(missing, model.logits(*zip(*missing.values()))))
        os.makedirs(SCORES, exist_ok=True)
        np.savez(path, model=model.sha256, keys=list(kept), logits=np.array(list(kept.values()), dtype=np.float32))
    return [np.array([kept[_key(*of)] for of in zip(t.texts, t.language)], dtype=np.float32) for t in parts]


def blind(name, model, data):
    """Logits by models that did not see a fold of the sources, as far as they are kept: {label: {fold: [calibration, dev]}}."""
    return load_blind(name, data) if isinstance(model, models.Ngrams) else unseen.load(name, data)


def describe(name, data, first=None):
    """Scores a folder's model, calibrates it, joins it with tier 1 and writes calibration, labels, figures and card."""
    path = os.path.join(CLASSIFIERS, name)
    model = models.open_model(path)
    z = scored(name, model, data)
    scores = assess.Scores(model.labels, z, blind(name, model, data))
    done = assess.assess(data.calibrating, data.judging, scores)
    fused = assess.fuse(data.calibrating, data.judging, first.scores, scores, first.done, done) if first else {}
    tier = policies.Tier(model, scores, done)
    folder.write(path, model, done, fused, data, policies.table(data, first, tier, fused) if fused else "")
    _parity(name, tier)
    return tier


def _parity(name, tier):
    """Logits, and probabilities as English, of texts written for this project; a test compares Java's with them."""
    with open(os.path.join(PARITY, "parity_texts.json"), encoding="utf-8") as f:
        texts = json.load(f)
    rows = []
    for text, logits in zip(texts, tier.model.logits(texts, ["en"] * len(texts))):
        p = [calibration.apply(calibration.of(tier.done[k][0], "en")["knots"], z)[0] for k, z in zip(tier.model.labels, logits)]
        rows.append({"text": text, "logits": [round(float(v), 6) for v in logits], "p": [round(float(v), 4) for v in p]})
    with open(os.path.join(PARITY, f"parity_{name}.json"), "w", encoding="utf-8") as f:
        f.write(json.dumps({"labels": tier.model.labels, "rows": rows}, ensure_ascii=False, indent=1) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--keep", action="store_true", help="describe the models that are there, without training tier 1")
    parser.add_argument("second", nargs="*", help="folders of tier 2 to describe, joined with tier 1")
    options = parser.parse_args()
    start = time.time()
    data = Data(options.data)
    if not options.keep:
        train_ngrams(data)
        print(f"trained: {time.time() - start:.0f} s", flush=True)
    first = describe("ngrams", data)
    for name in options.second:
        describe(name, data, first)
    print(f"all: {time.time() - start:.0f} s")


if __name__ == "__main__":
    main()

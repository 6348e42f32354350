"""Takes every figure of every card again from the labelled sets and the published files: `python evaluate.py --data SETS --out FOLDER [NAME OF TIER 2 ...]`.

Writes FOLDER/NAME.json and NAME.md, and policies.md; exits 1 and names every figure that differs by more than rounding. Out-of-source figures need models that did
not see a source: of tier 1 their logits are taken from target/training where an earlier run on the same texts left them, else it is trained again without each fold; of
tier 2 they are those that unseen.py kept. `--afresh` takes nothing from target/training.
"""
import argparse
import json
import os
import sys

import assess
import calibration
import folder
import models
import policies
import tables
import tier1
import train

ROUNDING = .0015


def _published(path, name):
    with open(os.path.join(path, name), encoding="utf-8") as f:
        return json.load(f)["labels"]


def differences(published, found, path=()):
    """(path, published, found) of every number that differs."""
    if isinstance(published, dict):
        for key in sorted(set(published) | set(found or {})):
            yield from differences(published.get(key), (found or {}).get(key), (*path, key))
    elif isinstance(published, list) and isinstance(found, list) and len(published) == len(found):
        for k, (a, b) in enumerate(zip(published, found)):
            yield from differences(a, b, (*path, k))
    elif published != found and not (isinstance(published, (int, float)) and isinstance(found, (int, float)) and abs(published - found) <= ROUNDING):
        yield path, published, found


def _blind(name, model, data):
    blind = train.blind(name, model, data)
    if not blind and isinstance(model, models.Ngrams):
        trained = tier1.train(data.rows, model.labels, [data.calibrating, data.judging])
        blind = {label: trained[label][1] for label in model.labels}
    return blind


class Published:
    """One classifier as it is published, with its logits on the judged texts."""

    def __init__(self, name, data):
        self.name, self.path = name, os.path.join(train.CLASSIFIERS, name)
        self.model = models.open_model(self.path)
        self.calibration = _published(self.path, "calibration.json")
        z = train.scored(name, self.model, data)
        self.scores = assess.Scores(self.model.labels, z, _blind(name, self.model, data))
        self.done = {k: (self.calibration[k]["groups"], None) for k in self.model.labels}

    def figures(self, data, first):
        done = {k: (table, assess.label_figures(data.calibrating, data.judging, k, self.scores, table)) for k, (table, _) in self.done.items()}
        fused = self._fused(data, first) if first else {}
        return done, fused

    def _fused(self, data, first):
        fitted = assess.fuse(data.calibrating, data.judging, first.scores, self.scores, first.done, self.done, log=lambda *a, **k: None)
        for label, (weights, table, _) in fitted.items():
            told = self.calibration[label]["fusion"]
            if [told["bias"], told["first"], told["second"]] != weights or told["groups"] != json.loads(json.dumps(table)):
                print(f"{self.name}: the fusion of {label} is fitted otherwise today")
        return fitted


def judge(name, data, first, out):
    """Figures of one classifier; returns it and what differs."""
    published = Published(name, data)
    done, fused = published.figures(data, first)
    found = json.loads(json.dumps(folder.figures_of(done, fused)))
    told = _published(published.path, "figures.json")
    limits = {k: (fused[k][1] if k in fused else table)[calibration.POOLED] for k, (table, _) in done.items()}
    with open(os.path.join(out, name + ".json"), "w", encoding="utf-8") as f:
        json.dump(found, f, indent=1)
    with open(os.path.join(out, name + ".md"), "w", encoding="utf-8") as f:
        f.write(tables.all_of({k: v[1] for k, v in done.items()}, {k: v[2] for k, v in fused.items()}, limits) + "\n")
    return published, fused, list(differences(told, found))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--afresh", action="store_true")
    parser.add_argument("second", nargs="*")
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    if options.afresh:
        train.SCORES = os.path.join(options.out, "afresh")
    data = train.Data(options.data)
    first, _, wrong = judge("ngrams", data, None, options.out)
    wrong = [("ngrams", *w) for w in wrong]
    for name in options.second:
        second, fused, more = judge(name, data, first, options.out)
        wrong += [(name, *w) for w in more]
        worth = policies.table(data, first, second, fused)
        with open(os.path.join(options.out, "policies.md"), "w", encoding="utf-8") as f:
            f.write(worth)
        print(worth)
    for name, path, told, found in wrong:
        print(f"{name}: {' '.join(map(str, path))}: published {told}, found {found}")
    print(f"{len(wrong)} figures differ")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()

"""Learning curves on sources that no model has seen: `python curve.py --data SETS --out ../../docs/learning-curves.md [LABEL ...]`.

Tier 1 learns without fold a of the sources, once from more and more rows of all the others, once from more and more of the others; each model is judged on the dev rows of fold a. The sources are
added by the hash of their names, in three orders, and the mean is shown. Tier 1 is trained in seconds, the encoder in hours, so this says how a label's data runs out, not how far the encoder gets.
"""
import argparse
import multiprocessing

import numpy as np

import figures
import sources
import tables
import tier1
import train

FOLD, ORDERS, LEAST = "a", 3, 40
ROWS, SOURCES = (500, 1_500, 5_000, 15_000), (1, 2, 4, 8, 16)
LABELS = ("harm.toxicity", "harm.hate", "harm.identity_attack", "harm.insult", "harm.violence", "harm.self_harm", "harm.sexual", "epistemic.uncertainty", "prosocial.gratitude",
          "relational.empathy", "virtue.humanity", "virtue.temperance", "virtue.transcendence", "wisdom.teaching")
_STATE = {}


def _auroc(judged, label, model):
    """Mean over the sources of the fold, in English and in all languages, of AUROC on dev rows; None where no source has enough of both answers."""
    x, counts = _STATE["weighed"]
    answers = judged.of(label)
    z = tier1.logits(model, x)[counts.at(label)]
    out = []
    for languages in (("en",), None):
        found = []
        for source in sorted(sources.FOLDS[FOLD]):
            m = (judged.source == source) & (answers >= 0) & ~judged.long & (np.isin(judged.language, languages) if languages else True)
            if min((answers[m] == 0).sum(), (answers[m] == 1).sum()) >= 10 and m.sum() >= LEAST:
                found.append(float(figures.auroc(z[m], answers[m])[0]))
        out.append(float(np.mean(found)) if found else None)
    return out


def _orders(label, known):
    for k in range(ORDERS):
        yield sorted(known, key=lambda source: sources.digest(f"curve:{k}:{label}:{source}"))


def _points(label):
    rows, counts, written, judged = (_STATE[k] for k in ("rows", "counts", "written", "judged"))
    held = sources.FOLDS[FOLD]
    known = sorted({r.source for r in rows if label in r.labels and r.source not in held})
    points = []
    for cap in ROWS:
        model = tier1.fit(rows, counts, written, label, held, cap)
        points.append(("rows", cap, [_auroc(judged, label, model)] if model else []))
    for n in [k for k in SOURCES if k < len(known)] + [len(known)]:
        models = [tier1.fit(rows, counts, written, label, held | set(order[n:]), 5_000) for order in _orders(label, known)]
        points.append(("sources", n, [_auroc(judged, label, m) for m in models if m]))
    return label, points


def _cell(found, k):
    told = [f[k] for f in found if f[k] is not None]
    return f"{np.mean(told):.3f}" if told else "–"


def curves(data, labels):
    """[(label, [(what grows, how much, [(English, all) of each order])])]."""
    rows = [r for r in data.rows if r.part == "train"]
    judged = data.judging
    _STATE.update(rows=rows, counts=tier1.counted(rows), written=tier1.Written(rows), judged=judged, weighed=tier1._weighed(tier1.Counts(judged.texts, judged.language)))
    with multiprocessing.get_context("fork").Pool(2) as workers:
        return workers.map(_points, labels, chunksize=1)


def page(found):
    lines = ["# Learning curves", "", "Written by `classifiers/training/curve.py`: " + " ".join(__doc__.split("\n\n", 1)[1].split()), ""]
    for kind, head in (("rows", "judged rows at most, of all other sources"), ("sources", "other sources, at most 5,000 rows in all")):
        table = [[label, size, _cell(of, 0), _cell(of, 1)] for label, points in found for what, size, of in points if what == kind]
        lines += [f"## By {kind}", "", *tables._table(["label", head, "AUROC on unseen English sources", "on all unseen sources"], table)]
    return "\n".join(lines).rstrip() + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("labels", nargs="*", default=LABELS)
    options = parser.parse_args()
    found = curves(train.Data(options.data), options.labels)
    with open(options.out, "w", encoding="utf-8") as f:
        f.write(page(found))


if __name__ == "__main__":
    main()

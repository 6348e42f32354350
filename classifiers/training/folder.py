"""Writes a classifier's folder: labels.yaml, calibration.json and card.md beside model.onnx."""
import gzip
import hashlib
import json
import os

import yaml

LANGUAGE_FLOOR = 30
VERSION = "0.1.0"


def sha256(path):
    with open(path, "rb") as f:
        return hashlib.sha256(f.read()).hexdigest()


def out_of_source(figures):
    """Mean over held-out sources, weighted by rows; None where none could be measured."""
    measured = [f for f in figures.get("out_of_source", {}).values() if "auroc" in f]
    n = sum(f["n"] for f in measured)
    return {k: round(sum(f[k] * f["n"] for f in measured) / n, 3) for k in ("auroc", "ece")} | {"n": n} if n else None


def status(figures):
    """Calibrated needs figures that hold in source, inside longer text and on sources never seen."""
    dev, long, blind = figures["dev"], figures["dev_inside_ordinary_text"], out_of_source(figures)
    good = (dev.get("auroc", 0) >= .75 and dev["positives"] >= 100 and dev.get("ece", 1) <= .05 and long.get("auroc", 0) >= .7
            and blind is not None and blind["auroc"] >= .65 and blind["ece"] <= .15)
    return "calibrated" if good else "experimental"


def languages(figures):
    return sorted(k for k, f in figures["by_language"].items()
                  if f["positives"] >= LANGUAGE_FLOOR and f["n"] - f["positives"] >= LANGUAGE_FLOOR and f.get("auroc", 0) >= .6) or ["en"]


def label_spec(label, definition, figures, keys, tier):
    return {"name": label, "status": status(figures), "definition": definition["definition"],
            "languages": languages(figures) if tier == 1 else ["en"],
            "elsewhere": "abstain" if tier == 1 and label.startswith("harm.") else "absent",
            "for": definition["for"], "against": definition["against"], "theories": definition.get("theories", []),
            "mlcommons": definition.get("mlcommons", []), "sources": keys}


def write(folder, head, done, definitions, keys):
    """`done`: label -> (knots, (yes, no), figures), in the order of the model's outputs."""
    calibrated = {label: {"knots": knots, "yes": limits[0], "no": limits[1], "figures": figures} for label, (knots, limits, figures) in done.items()}
    path = os.path.join(folder, "calibration.json")
    with open(path, "w", encoding="utf-8") as f:
        f.write("{\"labels\": {\n" + ",\n".join(json.dumps(k) + ": " + json.dumps(v) for k, v in calibrated.items()) + "\n}}\n")
    spec = dict(head)
    spec["model"] = {"file": "model.onnx", "sha256": sha256(os.path.join(folder, "model.onnx"))}
    spec["calibration"] = {"file": "calibration.json", "sha256": sha256(path)}
    spec["labels"] = [label_spec(k, definitions[k], v[2], keys[k], head["tier"]) for k, v in done.items()]
    with open(os.path.join(folder, "labels.yaml"), "w", encoding="utf-8") as f:
        yaml.safe_dump(spec, f, sort_keys=False, allow_unicode=True, width=120)


def licences(data, names):
    out = {}
    for name in names:
        with gzip.open(os.path.join(data, name + ".jsonl.gz"), "rt", encoding="utf-8") as lines:
            seen = sorted({json.loads(line)["license"] for line in lines})
        out[name] = "; ".join(seen) if len(seen) <= 2 else f"{len(seen)} terms, named row by row"
    return out


def _figure(f):
    return f"{f['auroc']:.3f} | {f['ece']:.3f}" if "auroc" in f else "too few | too few"


def _tables(done):
    lines = ["| label | status | n | positives | AUROC | ECE | in ordinary text: AUROC | ECE | out of source: n | AUROC | ECE | yes from | no to |",
             "|---|---|---|---|---|---|---|---|---|---|---|---|---|"]
    for k, (_, limits, f) in done.items():
        blind = out_of_source(f)
        far = f"{blind['n']} | {blind['auroc']:.3f} | {blind['ece']:.3f}" if blind else "0 | not measured | not measured"
        lines.append(f"| {k} | {status(f)} | {f['dev']['n']} | {f['dev']['positives']} | {_figure(f['dev'])} | {_figure(f['dev_inside_ordinary_text'])} "
                     f"| {far} | {limits[0] if limits[0] is not None else 'never'} | {round(limits[1], 3)} |")
    lines += ["", "By language, where more than English was judged:", "", "| label | language | n | positives | AUROC | ECE |", "|---|---|---|---|---|---|"]
    for k, (_, _, f) in done.items():
        if set(f["by_language"]) - {"en"}:
            lines += [f"| {k} | {g} | {v['n']} | {v['positives']} | {_figure(v)} |" for g, v in f["by_language"].items() if v["n"] >= 20]
    lines += ["", "By source never seen in training or calibration:", "", "| label | source | n | positives | AUROC | ECE |", "|---|---|---|---|---|---|"]
    for k, (_, _, f) in done.items():
        lines += [f"| {k} | {g} | {v['n']} | {v['positives']} | {_figure(v)} |" for g, v in f.get("out_of_source", {}).items()]
    return "\n".join(lines)


def card(folder, template, done, read, terms):
    data = "\n".join(f"| {k} | {v['rows_used']} | {terms[k]} | `{v['sha256']}` |" for k, v in sorted(read.items()))
    with open(os.path.join(os.path.dirname(__file__), template), encoding="utf-8") as f:
        text = f.read()
    with open(os.path.join(folder, "card.md"), "w", encoding="utf-8") as f:
        f.write(text.replace("{{figures}}", _tables(done)).replace("{{data}}", "| set | rows used | terms | sha256 of the file |\n|---|---|---|---|\n" + data))

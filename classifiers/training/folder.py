"""Writes a classifier's folder: labels.yaml, calibration.json, figures.json and card.md beside model.onnx."""
import collections
import gzip
import hashlib
import json
import os

import numpy as np
import yaml

import calibration
import sources

HERE = os.path.dirname(os.path.abspath(__file__))
VERSION = "0.2.0"
LANGUAGE_ROWS, LANGUAGE_AUROC, TAUGHT_ROWS = 30, .7, 25
# What `calibrated` asks for; the card states it.
POSITIVES, AUROC, ECE, ECE_ROWS, LONG_AUROC, BLIND_ECE = 100, .75, .05, 500, .7, .15
BLIND_AUROC = {"harm": .90}
BLIND_AUROC_OTHERS = .85


def sha256(path):
    with open(path, "rb") as f:
        return hashlib.sha256(f.read()).hexdigest()


def out_of_source(figures, language=None):
    """Unweighted mean over held-out sources with both answers, in one language or all; None where none could be measured."""
    measured = [f if language is None else f["by_language"].get(language, {}) for f in figures.get("out_of_source", {}).values()]
    measured = [f for f in measured if "auroc" in f]
    if not measured:
        return None
    return {k: round(float(np.mean([f[k] for f in measured])), 3) for k in ("auroc", "ece")} | {"n": sum(f["n"] for f in measured), "sources": len(measured)}


def failures(label, figures):
    """What keeps a label from being calibrated, in words; empty where it is."""
    dev, long, blind = figures["dev"], figures["dev_inside_ordinary_text"], out_of_source(figures, "en")
    bar = BLIND_AUROC.get(label.split(".")[0], BLIND_AUROC_OTHERS)
    out = []
    if dev["positives"] < POSITIVES:
        out.append(f"{dev['positives']} positives on dev")
    if dev.get("auroc", 0) < AUROC:
        out.append("AUROC on dev")
    groups = [f["ece"] for f in figures["by_group"].values() if f["n"] >= ECE_ROWS and "ece" in f] or [dev.get("ece", 1)]
    if max(groups) > ECE:
        out.append("ECE on dev")
    if long.get("auroc", 0) < LONG_AUROC:
        out.append("AUROC in ordinary text")
    if blind is None:
        out.append("no source held out")
    elif blind["auroc"] < bar:
        out.append(f"AUROC out of source {blind['auroc']:.2f}")
    elif blind["ece"] > BLIND_ECE:
        out.append(f"ECE out of source {blind['ece']:.2f}")
    return out


def status(label, figures):
    return "experimental" if failures(label, figures) else "calibrated"


def languages(figures):
    return sorted(k for k, f in figures["by_language"].items() if min(f["positives"], f["n"] - f["positives"]) >= LANGUAGE_ROWS
                  and f.get("auroc", 0) >= LANGUAGE_AUROC) or ["en"]


def _taught(rows):
    """Languages that a classifier may be run on: those with enough texts judged for harm to learn from. What is said in one is each label's matter."""
    seen = collections.Counter(r.language for r in rows if r.part == "train" and r.source not in sources.ONLY_TRAINED_ON and any(k.startswith("harm.") for k in r.labels))
    return sorted(k for k, n in seen.items() if n >= TAUGHT_ROWS)


def _label_spec(label, definition, figures, keys):
    return {"name": label, "status": status(label, figures), "definition": definition["definition"], "languages": languages(figures),
            "elsewhere": "abstain" if label.startswith("harm.") else "absent",
            "for": definition["for"], "against": definition["against"], "theories": definition.get("theories", []),
            "mlcommons": definition.get("mlcommons", []), "sources": keys}


def _dump(path, head, entries):
    """JSON with one line a label."""
    lines = ",\n".join(json.dumps(k) + ": " + json.dumps(v, ensure_ascii=False, separators=(",", ":")) for k, v in entries.items())
    with open(path, "w", encoding="utf-8") as f:
        f.write("{" + "".join(f"{json.dumps(k)}: {json.dumps(v)},\n" for k, v in head.items()) + "\"labels\": {\n" + lines + "\n}}\n")


def _calibrations(done, fused):
    out = {label: {"groups": table} for label, (table, _) in done.items()}
    for label, (weights, table, _) in fused.items():
        out[label]["fusion"] = {"bias": weights[0], "first": weights[1], "second": weights[2], "groups": table}
    return out


def figures_of(done, fused):
    out = {label: {"alone": found} for label, (_, found) in done.items()}
    for label, (_, _, found) in fused.items():
        out[label]["fused"] = found
    return out


def write(path, model, done, fused, data, policies=""):
    """`done`: {label: (calibration, figures)} in the order of the model's outputs; `fused`: {label: (weights, calibration, figures)}."""
    calibrations = os.path.join(path, "calibration.json")
    _dump(calibrations, {"error": {"yes": calibration.ERROR_YES, "no": calibration.ERROR_NO}, "groups": calibration.GROUPS}, _calibrations(done, fused))
    _dump(os.path.join(path, "figures.json"), {}, figures_of(done, fused))
    name = os.path.basename(path)
    spec = {"name": name, "version": VERSION} | {k: model.head[k] for k in ("tier", "kind", "languages", "input")}
    spec["model"] = {"file": "model.onnx", "sha256": sha256(os.path.join(path, "model.onnx"))}
    spec["calibration"] = {"file": "calibration.json", "sha256": sha256(calibrations)}
    spec.update({k: v for k, v in model.head.items() if k not in spec})
    spec["labels"] = [_label_spec(k, data.definitions[k], fused[k][2] if k in fused else found, data.keys(k)) for k, (_, found) in done.items()]
    spec["languages"] = spec["languages"] or _taught(data.rows)
    with open(os.path.join(path, "labels.yaml"), "w", encoding="utf-8") as f:
        yaml.safe_dump(spec, f, sort_keys=False, allow_unicode=True, width=120)
    _card(path, f"card_{name}.md", done, fused, data, policies)


def _licences(data):
    out = {}
    for name in data.read:
        with gzip.open(os.path.join(data.path, name + ".jsonl.gz"), "rt", encoding="utf-8") as lines:
            seen = sorted({json.loads(line)["license"] for line in lines})
        out[name] = "; ".join(seen) if len(seen) <= 2 else f"{len(seen)} terms, named row by row"
    return out


def _card(path, template, done, fused, data, policies):
    import tables
    terms = _licences(data)
    rows = "\n".join(f"| {k} | {v['rows_used']} | {terms[k]} | `{v['sha256']}` |" for k, v in sorted(data.read.items()))
    found = {k: f for k, (_, f) in done.items()}
    joined = {k: f for k, (_, _, f) in fused.items()}
    limits = {k: (fused[k][1] if k in fused else table)["all"] for k, (table, _) in done.items()}
    with open(os.path.join(HERE, template), encoding="utf-8") as f:
        text = f.read()
    with open(os.path.join(HERE, "card_method.md"), encoding="utf-8") as f:
        text = text.replace("{{method}}", f.read().rstrip()).replace("{{policies}}", policies)
    text = text.replace("{{figures}}", tables.all_of(found, joined, limits)).replace(
        "{{data}}", "| set | rows used | terms | sha256 of the file |\n|---|---|---|---|\n" + rows)
    with open(os.path.join(path, "card.md"), "w", encoding="utf-8") as f:
        f.write(text)

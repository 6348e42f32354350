"""Logits of an encoder trained without a fold of the sources: `python unseen.py --data SETS --run FOLDER --weights e5-small-q4.bin --vocabulary FOLDER --fold a multilingual_encoder`.

What is published has seen all sources, so figures on unseen ones need a second model. It takes an hour to train and is not published; its logits on the texts to calibrate on and on the dev texts of
the fold (multilingual/finetune.py --hold-out a, then this) are, in `NAME_unseen.npz`, so that `make evaluate` needs no such hour. They are those before quantization to int8; dev texts of other sources have zeros.
"""
import argparse
import json
import os
import sys

import numpy as np

import groups
import models
import sources

HERE = os.path.dirname(os.path.abspath(__file__))


def _path(name):
    return os.path.join(HERE, name + "_unseen.npz")


def _digest(texts):
    return sources.digest("\n".join(sources.digest(text) for text in texts))


def keep(name, fold, labels, z, data):
    """Writes `z`, logits [texts, labels] on the calibration and on the dev texts, as 16-bit floats."""
    arrays = {f"{fold}_{part}": logits.astype(np.float16) for part, logits in zip(("calibration", "dev"), z)}
    digests = {part + "_texts": _digest(texts.texts) for part, texts in (("calibration", data.calibrating), ("dev", data.judging))}
    np.savez_compressed(_path(name), fold=fold, labels=labels, **arrays, **digests)


def load(name, data):
    """{label: {fold: [calibration, dev]}}; empty where no logits are kept. Fails where they are of other texts."""
    if not os.path.exists(_path(name)):
        return {}
    with np.load(_path(name)) as kept:
        for part, texts in (("calibration", data.calibrating), ("dev", data.judging)):
            if str(kept[part + "_texts"]) != _digest(texts.texts):
                raise ValueError(f"{_path(name)} holds logits of other {part} texts; run unseen.py")
        fold = str(kept["fold"])
        z = [kept[f"{fold}_{part}"].astype(np.float32) for part in ("calibration", "dev")]
        return {str(label): {fold: [part[:, j] for part in z]} for j, label in enumerate(kept["labels"])}


def scored(run, weights, vocabulary, fold, data):
    """(labels, [calibration, dev]): logits of folder `run` of finetune.py, by batches."""
    import torch
    sys.path.insert(0, os.path.join(HERE, "multilingual"))
    import export
    import finetune
    torch.set_num_threads(1)
    with open(os.path.join(vocabulary, "kept.json"), encoding="utf-8") as f:
        scorer, labels = export.trained(run, weights, json.load(f))
    tokenizer = finetune.open_tokenizer(os.path.join(vocabulary, "tokenizer.json"))
    tokenizer.enable_truncation(models.MAX_TOKENS)
    out = []
    for texts in (data.calibrating, data.judging):
        z = np.zeros((len(texts.texts), len(labels)), np.float32)
        rows = np.flatnonzero(np.isin(texts.source, sorted(sources.FOLDS[fold])) | (texts.part == "calibration"))
        z[rows] = groups.logits(lambda some: finetune.score(scorer, tokenizer, list(some)), labels, [texts.texts[i] for i in rows], [texts.language[i] for i in rows])
        out.append(z)
    return labels, out


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "run", "weights", "vocabulary"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--fold", choices=sorted(sources.FOLDS), required=True)
    parser.add_argument("name")
    options = parser.parse_args()
    import train  # imports this module
    data = train.Data(options.data)
    labels, z = scored(options.run, options.weights, options.vocabulary, options.fold, data)
    keep(options.name, options.fold, labels, z, data)


if __name__ == "__main__":
    main()

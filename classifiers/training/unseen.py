"""Logits of an encoder trained without a fold of the sources: `python unseen.py --data SETS --model FOLDER --fold a multilingual_encoder`.

What is published has seen all sources, so figures on unseen ones need a second model. It takes an hour to train and is not published; its logits on the judged texts
(multilingual/finetune.py --hold-out a, multilingual/export.py, then this) are, in `NAME_unseen.npz`, so that `make evaluate` needs no such hour.
"""
import argparse
import os

import numpy as np

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


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--model", required=True, help="folder of export.py")
    parser.add_argument("--fold", choices=sorted(sources.FOLDS), required=True)
    parser.add_argument("name")
    options = parser.parse_args()
    import train  # imports this module
    data, model = train.Data(options.data), models.open_model(options.model)
    keep(options.name, options.fold, model.labels, train.scored(options.name + "_unseen", model, data), data)


if __name__ == "__main__":
    main()

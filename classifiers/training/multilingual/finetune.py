"""Fine-tunes the encoder on all labels at once: `python finetune.py --data SETS --weights e5-small-q4.bin --vocabulary FOLDER --out FOLDER`."""
import argparse
import json
import os
import sys
import time

import numpy as np
import torch
from sklearn.metrics import roc_auc_score
from tokenizers import Tokenizer

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import batches
import e5
import groups
import sources
import swaps
import templates
from model import Scorer

FROZEN_LAYERS = 2  # the lowest stay as they are: cheaper, and languages stay aligned
LAYERS, BATCH, RATE, HEAD_RATE, LAYER_DECAY = 6, 48, 2e-4, 1e-3, .85
AVERAGE, PRESUMED_WEIGHT, SMOOTHING = .998, .25, .03


def open_tokenizer(path):
    tokenizer = Tokenizer.from_file(path)
    tokenizer.no_padding()
    tokenizer.enable_truncation(batches.MAX_TOKENS)
    return tokenizer


def _loss(logits, answers):
    answered = answers != batches.UNKNOWN
    weight = answered.float() * torch.where(answers == batches.PRESUMED, PRESUMED_WEIGHT, 1.)
    target = (answers == 1).float() * (1 - 2 * SMOOTHING) + SMOOTHING
    each = torch.nn.functional.binary_cross_entropy_with_logits(logits, target, reduction="none")
    return (each * weight).sum() / weight.sum()


def _groups(scorer):
    """Parameters by learning rate: the lower a layer, the slower."""
    top = len(scorer.layers)
    yield {"params": list(scorer.heads.parameters()), "lr": HEAD_RATE}
    for i, layer in list(enumerate(scorer.layers))[FROZEN_LAYERS:]:
        yield {"params": list(layer.parameters()), "lr": RATE * LAYER_DECAY ** (top - 1 - i)}


def _rate(step, steps):
    warm = max(1, steps // 20)
    return min(step / warm, max(0., (steps - step) / (steps - warm)))


def train(scorer, drawn, steps, save, log=print, seconds=None, share=1.):
    """Runs `steps` batches, or as many as `seconds` allow, and leaves the running average of the weights in `scorer`."""
    for part in (scorer.norm, *scorer.layers[:FROZEN_LAYERS]):
        part.requires_grad_(False)
    scorer.place.requires_grad_(False)
    optimizer = torch.optim.AdamW(_groups(scorer), weight_decay=.01)
    base = [share * group["lr"] for group in optimizer.param_groups]
    average = {k: v.clone() for k, v in scorer.state_dict().items() if not k.startswith("words.")}
    start, seen, told = time.time(), 0, []
    for step in range(1, steps + 1):
        done = max(step / steps, (time.time() - start) / seconds) if seconds else step / steps
        for group, lr in zip(optimizer.param_groups, base):
            group["lr"] = lr * _rate(done * 10_000, 10_000)
        ids, mask, answers = next(drawn)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = scorer(ids, mask)
        loss = _loss(logits.float(), answers)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(scorer.parameters(), 1.)
        optimizer.step()
        seen += len(ids)
        told.append(loss.item())
        keep = min(AVERAGE, (1 + step) / (10 + step))
        with torch.no_grad():
            for k, v in scorer.state_dict().items():
                if k in average:
                    average[k].mul_(keep).add_(v, alpha=1 - keep)
        if step % 50 == 0:
            log(f"step {step} of {steps} ({done:.3f}) loss {np.mean(told[-50:]):.4f}, {seen / (time.time() - start):.0f} texts a second", flush=True)
        if step % 250 == 0:
            torch.save(average, save)
        if done >= 1:
            break
    torch.save(average, save)
    scorer.load_state_dict(average, strict=False)


def score(scorer, tokenizer, texts, size=64):
    """Logits [texts, labels], in the order of `texts`."""
    encoded = [e.ids for e in tokenizer.encode_batch(["query: " + text for text in texts])]
    order = np.argsort([len(ids) for ids in encoded], kind="stable")
    out = None
    scorer.eval()
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for k in range(0, len(order), size):
            chosen = order[k:k + size]
            logits = scorer(*batches.padded([encoded[i] for i in chosen])).float().numpy()
            out = np.zeros((len(texts), logits.shape[1]), dtype=np.float32) if out is None else out
            out[chosen] = logits
    return out


def figures(scorer, tokenizer, rows, labels, most=300):
    """AUROC by label, source and language on up to `most` rows of each answer, by hash."""
    cells, wanted = {}, set()
    for i in sorted(range(len(rows)), key=lambda i: sources.digest("figures:" + rows[i].key)):
        for label, value in rows[i].labels.items():
            cell = cells.setdefault((label, rows[i].source, rows[i].language), ([], []))[value]
            if len(cell) < most:
                cell.append(i)
                wanted.add(i)
    wanted = sorted(wanted)
    at = {i: k for k, i in enumerate(wanted)}
    logits = groups.logits(lambda texts: score(scorer, tokenizer, texts), labels, [rows[i].text for i in wanted], [rows[i].language for i in wanted])
    found = []
    for (label, source, language), (zeros, ones) in sorted(cells.items()):
        if label in labels and min(len(zeros), len(ones)) >= 10:
            z = logits[[at[i] for i in zeros + ones], labels.index(label)]
            auroc = roc_auc_score([0] * len(zeros) + [1] * len(ones), z)
            found.append({"label": label, "source": source, "language": language, "zeros": len(zeros), "ones": len(ones), "auroc": round(float(auroc), 3)})
    return found


def all_rows(data):
    """Rows of the labelled sets and of our templates, each with its part."""
    rows, _ = sources.load(data)
    if not any(row.source.startswith("templates/") for row in rows):
        rows = rows + templates.rows() + templates.passages()
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "weights", "vocabulary", "out"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--hold-out", nargs="*", default=[], help="sources, or folds of them, to leave out of training; figures are then taken on them")
    parser.add_argument("--layers", type=int, default=LAYERS)
    parser.add_argument("--steps", type=int, default=4000)
    parser.add_argument("--seconds", type=float, help="end the schedule after this time, whatever the steps")
    parser.add_argument("--start", help="weights.pt of an earlier run of the same labels, or of published.py, to go on from at half the rate")
    parser.add_argument("--seed", type=int, default=20261124)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    os.makedirs(options.out, exist_ok=True)
    rows = all_rows(options.data)
    held = set().union(*(sources.FOLDS.get(name, {name}) for name in options.hold_out))
    training = [r for r in rows if r.part == "train" and r.source not in held]
    training += swaps.written(training)
    labels = sorted({label for r in training for label in r.labels})
    with open(os.path.join(options.vocabulary, "kept.json"), encoding="utf-8") as f:
        kept = json.load(f)
    weights = e5.read(options.weights)
    scorer = Scorer(weights, options.layers, len(labels), weights["emb.word"][kept])
    tokenizer = open_tokenizer(os.path.join(options.vocabulary, "tokenizer.json"))
    drawn = batches.Sampler(batches.Texts(training, labels), labels, options.seed).batches(tokenizer, BATCH)
    with open(os.path.join(options.out, "labels.json"), "w", encoding="utf-8") as f:
        json.dump(labels, f)
    if options.start:
        scorer.load_state_dict(torch.load(options.start, weights_only=True), strict=False)
    scorer.train()
    train(scorer, drawn, options.steps, os.path.join(options.out, "weights.pt"), seconds=options.seconds, share=.5 if options.start else 1.)
    judged = [r for r in rows if (r.source in held) or (r.part == "dev" and not held)]
    found = figures(scorer, tokenizer, judged, labels)
    with open(os.path.join(options.out, "figures.json"), "w", encoding="utf-8") as f:
        json.dump(found, f, indent=0)
    for row in found:
        print(row)


if __name__ == "__main__":
    main()

"""Cuts the tokenizer to the pieces that texts of our languages use: `python vocabulary.py --tokenizer tokenizer.json --out FOLDER TEXT_OR_JSONL...`.

Kept are the special tokens, every piece of one character (so that no text is unknown that was not before), the pieces that are commonest by the
model's own scores over its hundred languages, and those that the texts use most.
Writes tokenizer.json and kept.json, the old number of each new one. `--like tokenizer.json` keeps what that cut tokenizer has instead of choosing anew.
"""
import argparse
import collections
import gzip
import json
import os

from tokenizers import Tokenizer

SPECIAL, MARK = 4, "▁"  # <s>, <pad>, </s>, <unk> come first
KEPT, COMMONEST, LEAST = 76_000, 36_000, 2


def _texts(path):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8", errors="replace")
    with opened as lines:
        for line in lines:
            if ".jsonl" in path:
                yield json.loads(line)["text"]
            elif line.strip():
                yield line.strip()


def count(tokenizer, paths):
    """How often each token number stands in the texts of `paths`."""
    counts = collections.Counter()
    for path in sorted(paths):
        batch = []
        for text in _texts(path):
            batch.append(text[:2000])
            if len(batch) == 2000:
                counts.update(i for e in tokenizer.encode_batch(batch, add_special_tokens=False) for i in e.ids)
                batch = []
        counts.update(i for e in tokenizer.encode_batch(batch, add_special_tokens=False) for i in e.ids)
    return counts


def chosen(pieces, counts):
    """Old numbers to keep, ascending."""
    kept = set(range(SPECIAL))
    kept.update(i for i, (piece, _) in enumerate(pieces) if len(piece.strip(MARK)) <= 1)
    kept.update(sorted(range(SPECIAL, len(pieces)), key=lambda i: (-pieces[i][1], i))[:COMMONEST])
    for i, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if len(kept) >= KEPT or n < LEAST:
            break
        kept.add(i)
    return sorted(kept)


def cut(description, kept):
    """tokenizer.json with the `kept` pieces only, numbered anew."""
    pieces = description["model"]["vocab"]
    description["model"]["vocab"] = [pieces[i] for i in kept]
    description["added_tokens"] = [t for t in description["added_tokens"] if t["id"] < SPECIAL]
    description["truncation"] = description["padding"] = None
    return description


def _pieces(path):
    with open(path, encoding="utf-8") as f:
        return json.load(f)["model"]["vocab"]


def kept_by(pieces, cut_pieces):
    """Old numbers of the pieces of a cut tokenizer."""
    number = {}
    for i, (piece, _) in enumerate(pieces):
        number.setdefault(piece, i)
    return [number[piece] for piece, _ in cut_pieces]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tokenizer", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--like", help="a tokenizer that was cut before")
    parser.add_argument("texts", nargs="*")
    options = parser.parse_args()
    with open(options.tokenizer, encoding="utf-8") as f:
        description = json.load(f)
    tokenizer = Tokenizer.from_str(json.dumps(description))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    counts = count(tokenizer, options.texts)
    kept = kept_by(description["model"]["vocab"], _pieces(options.like)) if options.like else chosen(description["model"]["vocab"], counts)
    os.makedirs(options.out, exist_ok=True)
    with open(os.path.join(options.out, "tokenizer.json"), "w", encoding="utf-8") as f:
        json.dump(cut(description, kept), f, ensure_ascii=False, separators=(",", ":"))
    with open(os.path.join(options.out, "kept.json"), "w", encoding="utf-8") as f:
        json.dump(kept, f)
    used = sum(counts.values())
    print(f"{len(kept)} pieces" + (f"; they are {sum(counts[i] for i in kept) / used:.4%} of {used} tokens" if used else ""))


if __name__ == "__main__":
    main()

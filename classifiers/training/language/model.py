"""`python model.py TEXTS LABELLED WORDFREQ SIMPLEMMA OUT [--dev]`: texts to weights; with --dev some works are held out and scored."""
import argparse
import gzip
import json
import math
import pathlib
import pickle
import random
import struct
import sys
import zlib

import msgpack
import numpy

import cleaning
import texts
import train

SEED = 20261124
CAP = 300_000
STEPS = 3_000_000
RATE = 0.12
LEAST = 20_000
OTHER = "und"
HELD_OUT = {"wesnoth", "stories", "verses", "scratch", "android"}
WANTED = set("""af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gu he hi hr hu hy id is it ja ka kk ko
la lg lt lv mi mk mn mr ms nb nl nn om pa pl pt ro ru si sk sl sn so sq sr st sv sw ta te th ti tl tn tr ts uk ur vi xh yo zh
zu yue lzh yi as dz bo mnw my sa ne ckb ps ug tt ky tg uz gl oc br mt lb fy fo gd ha ig rw mg ht ss nso nr ve
nuj lwg myx lgg mas kam guz tet jam mfe wo ff ee ny ln""".split())
FEW = set("nr ss nso an ast lad hrx rue sco szl nds fy li gsw wuu lki skr bho rup".split())
NOT_HAN = {"ja", "ko", "vi"}


def rows(folder, labelled):
    for path in sorted(folder.glob("*.tsv")):
        for lang, text in texts.read(path):
            yield path.stem, lang, text
    yield from texts.labelled(labelled)


def word_lists(wordfreq, simplemma):
    """{(language, script): text of words}; a list of Serbo-Croatian serves none of its three standards."""
    lists = {}
    for path in sorted(wordfreq.glob("small_*.msgpack.gz")) + sorted(wordfreq.glob("large_*.msgpack.gz")):
        lang = cleaning.language(path.name.split("_")[1].split(".")[0])
        if lang and lang not in ("ja", "zh", "ko"):
            bins = msgpack.unpackb(gzip.decompress(path.read_bytes()), raw=False)[1:]
            known = [(word, 10 ** (-step / 100)) for step, group in enumerate(bins) for word in group]
            lists.setdefault(lang, []).extend(texts.words(known[:60_000], 25_000, 0.6, SEED))
    sys.path.insert(0, str(simplemma))
    from simplemma.strategies.dictionaries import dictionary_factory

    for path in sorted(simplemma.glob("simplemma/strategies/dictionaries/data/*.plzma")):
        lang = cleaning.language(path.name.split(".")[0])
        if lang and lang not in ("ja", "zh", "ko"):
            forms = sorted(dictionary_factory._load_dictionary_from_disk(path.name.split(".")[0]))
            known = [form.decode() for form in forms[:: max(1, len(forms) // 60_000)]]
            lists.setdefault(lang, []).extend(texts.words([(w, 1) for w in known], 12_000, 0, SEED))
    for lang, words in sorted(lists.items()):
        random.Random(SEED).shuffle(words)
        for at in range(0, len(words), 8):
            yield "words", lang, " ".join(words[at : at + 8])


def classes(gathered):
    """Classes to {work: [arrays]}; languages with little text are together what is not known, by script."""
    totals, by_lang = {}, {}
    for (lang, form), works in gathered.items():
        totals[lang, form] = sum(len(t) for work, t in works.items() if work != "words")
        by_lang[lang] = by_lang.get(lang, 0) + totals[lang, form]
    known = {}
    for (lang, form), works in gathered.items():
        size = totals[lang, form]
        usual = size >= 0.15 * by_lang[lang] or (lang, form) in (("sr", "Latn"), ("uz", "Cyrl"), ("kk", "Arab"))
        if not usual or size < 2_000 or (form == "Hani" and lang in NOT_HAN):
            continue
        named = (lang in WANTED or (size >= LEAST and len(works) > 1))
        target = known.setdefault((form, lang if named else OTHER), {})
        for work, text in works.items():
            target.setdefault(work if named else lang, []).append(text)
    return known


def prior(lang):
    """How much more often than others a language is drawn in training, which is what the model expects of texts."""
    if lang == OTHER:
        return 3
    return 2 if lang == "en" else 1 if lang in WANTED else 0.5


def units(known):
    """Arrays for the trainer: one text, where each unit lies, its class, and how often it is drawn."""
    names = sorted(known)
    chunks, firsts, lasts, owner, weight, at = [], [], [], [], [], 0
    for index, name in enumerate(names):
        sizes = {work: sum(map(len, parts)) for work, parts in known[name].items()}
        total = sum(sizes.values())
        share = max(total, 20_000) ** 0.25 * prior(name[1])
        spread = sum(s**0.5 for work, s in sizes.items() if work != "words") or 1
        for work, parts in known[name].items():
            chunk = numpy.concatenate(parts)
            if work == "words":
                part = 0.25
            else:
                part = (0.75 if "words" in sizes else 1) * sizes[work] ** 0.5 / spread
            chunks.append(chunk)
            firsts.append(at)
            at += len(chunk)
            lasts.append(at)
            owner.append(index)
            weight.append(share * part)
    arrays = [numpy.array(a, numpy.int64) for a in (firsts, lasts, owner)]
    return names, numpy.concatenate(chunks), *arrays, numpy.array(weight) / sum(weight)


def bounds(names):
    forms = [form for form, _ in names]
    lo = numpy.array([forms.index(f) for f in forms], numpy.int64)
    hi = numpy.array([len(forms) - forms[::-1].index(f) for f in forms], numpy.int64)
    return lo, hi


def fit(known, steps, rate):
    names, text, firsts, lasts, owner, weight = units(known)
    lo, hi = bounds(names)
    chance = numpy.random.default_rng(SEED)
    schedule = chance.choice(len(owner), size=steps, p=weight)
    embed = chance.uniform(-0.05, 0.05, (train.BUCKETS, train.WIDTH)).astype(numpy.float32)
    out = numpy.zeros((len(names), train.WIDTH), numpy.float32)
    bias = numpy.zeros(len(names), numpy.float32)
    loss = train.train(text, firsts, lasts, owner, schedule, lo, hi, embed, out, bias, rate, SEED)
    print(f"{len(names)} classes, {len(text)} characters, mean loss {loss:.4f}", flush=True)
    return names, embed, out, bias


def guess(model, lines):
    """(script, {language: probability}) of normalized lines."""
    names, embed, out, bias = model
    lo, hi = bounds(names)
    forms = {}
    for i, (form, _) in enumerate(names):
        forms.setdefault(form, i)
    chosen = [texts.script(line) for line in lines]
    arrays = [numpy.frombuffer((" " + line + " ").encode("utf-16-le"), numpy.uint16) for line in lines]
    lasts = numpy.cumsum([len(a) for a in arrays])
    firsts = lasts - [len(a) for a in arrays]
    first = numpy.array([lo[forms[f]] if f in forms else 0 for f in chosen])
    last = numpy.array([hi[forms[f]] if f in forms else 0 for f in chosen])
    result = numpy.full((len(lines), len(names)), -1e9, numpy.float32)
    train.score(numpy.concatenate(arrays), firsts, lasts, first, last, embed, out, bias, result)
    result -= result.max(1, keepdims=True)
    p = numpy.exp(result)
    return chosen, names, p / p.sum(1, keepdims=True)


def quantize(names, embed, out, bias):
    """Whole numbers: a scale for each dimension of the embeddings is moved into the output layer."""
    scale = numpy.percentile(numpy.abs(embed), 99.95, axis=0) / 127
    small = numpy.clip(numpy.rint(embed / scale), -127, 127).astype(numpy.int8)
    return names, small, (out * scale).astype(numpy.float32), bias


def expected(lang):
    """Taken from the log-odds of a class: languages of few speakers or texts, and none that is known, are rarer than they were in training."""
    return 0.5 if lang == OTHER else 1.0 if lang in FEW or lang not in WANTED else 0.0


def write(path, model):
    names, small, out, bias = model
    with open(path, "wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", compresslevel=9, mtime=0, filename="") as file:
        file.write(b"FLID" + struct.pack(">iiii", 1, train.BUCKETS, train.WIDTH, len(names)))
        for (form, lang), row, b in zip(names, out, bias):
            tag = f"{form} {lang}".encode()
            file.write(struct.pack(">B", len(tag)) + tag + struct.pack(">f", b - expected(lang)) + row.astype(">f4").tobytes())
        file.write(small.tobytes())


def unseen(lang):
    """Languages that a dev run is not taught at all, to see whether it says that it does not know them."""
    return lang not in WANTED and zlib.crc32(lang.encode()) % 4 == 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs=5, type=pathlib.Path)
    parser.add_argument("--dev", action="store_true")
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--cache", type=pathlib.Path)
    options = parser.parse_args()
    text, labelled, wordfreq, simplemma, out = options.folders
    if options.cache and options.cache.exists():
        gathered = pickle.loads(options.cache.read_bytes())
    else:
        everything = list(rows(text, labelled)) + list(word_lists(wordfreq, simplemma))
        gathered = texts.gather(everything, CAP, SEED)
        if options.cache:
            options.cache.write_bytes(pickle.dumps(gathered))
    training = gathered
    if options.dev:
        training = {
            key: {w: t for w, t in works.items() if w not in HELD_OUT}
            for key, works in gathered.items()
            if not unseen(key[0])
        }
    known = classes(training)
    model = quantize(*fit(known, options.steps, options.rate))
    write(out, model)
    if options.dev:
        import evaluate
        evaluate.held_out(model, gathered, HELD_OUT)


if __name__ == "__main__":
    main()

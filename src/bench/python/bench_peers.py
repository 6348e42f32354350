"""Runs Florilegium, datatrove 0.10.1 and dolma 1.2.1 on the same JSON lines, one core each, and prints a table.

    python3 bench_peers.py --shared ../shared --documents 30000 --output target/peers

For each tool: CPU seconds of the whole process (start-up included), megabytes of input per CPU second, peak memory and how
many documents it keeps; then how the kept sets of Florilegium and datatrove differ. Florilegium and datatrove apply the same
rules in the same order (Gopher repetition, Gopher quality, C4, FineWeb, then MinHash); dolma has its own rules and only exact
duplicates, so its row is for orientation. The folder --shared holds the runners of the peers and the maker of synthetic texts.
With --texts FILE the input is made of the texts of that file, repeated with every eleventh word changed, instead; with
--texts corpus of what Florilegium extracts from the pages, books and stories in the corpus of --shared, cut into documents of
about 4,000 characters.
"""

import argparse
import glob
import gzip
import hashlib
import json
import os
import resource
import shutil
import subprocess
import sys
import time

PACKAGES = {
    "datatrove": ["datatrove[io,processing,cli]==0.10.1", "spacy"],
    "dolma": ["dolma[code,lang,pii,resiliparse,warc]==1.2.1"],
}
RECIPES = "gopher-repetition,gopher-quality,c4,fineweb"


def environment(home, name):
    """The interpreter of a virtual environment with the tool, made when it is not there."""
    python = os.path.join(home, "venv-" + name, "bin", "python")
    ready = os.path.join(home, "venv-" + name, "ready")
    if not os.path.exists(ready):
        print("installing", name, file=sys.stderr, flush=True)
        subprocess.run([sys.executable, "-m", "venv", os.path.dirname(os.path.dirname(python))], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *PACKAGES[name]], check=True)
        open(ready, "w").close()
    return python


def changed(text, copy):
    """The text with every eleventh word replaced, differently for each copy."""
    words = text.split(" ")
    for i in range(copy % 11, len(words), 11):
        if words[i].isalpha():
            words[i] = "w" + hashlib.md5(f"{copy} {words[i]}".encode()).hexdigest()[:6]
    return " ".join(words)


def corpus(shared, path):
    """Writes the documents that the corpus gives, in an order in which kinds and languages alternate."""
    files = sorted(
        file
        for kind, below in (("html", "*.htm*"), ("markdown", "*.md"), ("epub", "*.epub"), ("txt", "*.txt"))
        for file in glob.glob(os.path.join(shared, "corpus", kind, below))
    )
    if not files:
        sys.exit(f"--texts corpus: no files below '{os.path.join(shared, 'corpus')}'")
    with open(path + ".whole", "w", encoding="utf-8") as whole:
        subprocess.run(["bin/florilegium", "extract", *files], stdout=whole, stderr=subprocess.DEVNULL, check=False)
    documents = []
    with open(path + ".whole", encoding="utf-8") as lines:
        for line in lines:
            documents += pieces(json.loads(line)["text"])
    documents.sort(key=lambda text: hashlib.md5(text.encode()).hexdigest())
    with open(path, "w", encoding="utf-8") as out:
        for text in documents:
            out.write(json.dumps({"text": text}) + "\n")


def pieces(text, size=4000):
    """Stretches of whole paragraphs."""
    piece = ""
    for paragraph in text.split("\n\n"):
        if piece and len(piece) + len(paragraph) > size:
            yield piece
            piece = ""
        piece += ("\n\n" if piece else "") + paragraph
    if piece:
        yield piece


def repeated(texts, path, count):
    """Writes `count` documents made of the texts of a JSON lines file."""
    with open(texts, encoding="utf-8") as lines:
        originals = [json.loads(line)["text"] for line in lines]
    with open(path, "w", encoding="utf-8") as out:
        for i in range(count):
            text = originals[i % len(originals)]
            out.write(json.dumps({"id": f"r{i:07d}", "text": changed(text, i // len(originals))}) + "\n")


def measured(name, command, log, core):
    """Runs a command on one core; CPU seconds, wall seconds and peak memory of it and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.time()
    with open(log, "w", encoding="utf-8") as out:
        pinned = ["taskset", "-c", str(core), *command] if shutil.which("taskset") else command
        process = subprocess.Popen(pinned, stdout=out, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{name} failed, see {log}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"cpu": cpu, "wall": time.time() - start, "memory": usage.ru_maxrss / 1024}


def filtered_by_florilegium(accounting):
    with open(accounting, encoding="utf-8") as file:
        stages = json.load(file)["stages"]
    return {reason: n for stage in stages if stage["stage"] == "filter" for reason, n in stage["dropped"].items()}


def filtered_by_datatrove(folder):
    reasons = {}
    for path in glob.glob(folder + "/removed/*/*.jsonl"):
        if os.path.basename(os.path.dirname(path)) != "minhash":
            with open(path, encoding="utf-8") as rows:
                for row in rows:
                    reason = json.loads(row)["metadata"].get("filter_reason", "-")
                    reasons[reason] = reasons.get(reason, 0) + 1
    return reasons


def kept_line(log):
    with open(log, encoding="utf-8") as lines:
        return int([line for line in lines if line.startswith("KEPT")][-1].split()[1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", required=True)
    parser.add_argument("--documents", type=int, default=30000)
    parser.add_argument("--texts", help="corpus, or JSON lines whose texts are repeated with changed words")
    parser.add_argument("--output", default="target/peers")
    parser.add_argument("--core", type=int, default=0)
    parser.add_argument("--without", action="append", default=[], choices=["datatrove", "dolma"])
    args = parser.parse_args()
    peers = os.path.join(args.shared, "peers")
    if not os.path.isdir(peers):
        sys.exit(f"--shared: '{peers}' must be a folder with the peers' runners")

    work = os.path.join(args.output, "run")
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work + "/in")
    os.makedirs(work + "/gz")
    docs = work + "/in/docs.jsonl"
    if args.texts == "corpus":
        corpus(args.shared, work + "/corpus.jsonl")
        repeated(work + "/corpus.jsonl", docs, args.documents)
    elif args.texts:
        repeated(args.texts, docs, args.documents)
    else:
        synth = [sys.executable, peers + "/synth.py", "--output", docs, "--count", str(args.documents), "--seed", "1"]
        subprocess.run(synth, check=True, stdout=subprocess.DEVNULL)
    megabytes = os.path.getsize(docs) / 1e6

    rows = {}
    ours = ["bin/florilegium", "run", "pipelines/recipe.yaml", "--fresh", "--set", f"input={work}/in",
            "--set", f"output={work}/florilegium", "--set", "recipe=" + RECIPES]
    rows["florilegium"] = measured("florilegium", ours, work + "/florilegium.log", args.core)
    with open(work + "/florilegium/release/manifest.json", encoding="utf-8") as file:
        rows["florilegium"]["kept"] = json.load(file)["documents"]
    if "datatrove" not in args.without:
        python = environment(args.output, "datatrove")
        command = [python, peers + "/run_datatrove.py", "--input", work + "/in", "--output", work + "/datatrove",
                   "--tokenizer", "whitespace"]
        rows["datatrove"] = measured("datatrove", command, work + "/datatrove.log", args.core)
        rows["datatrove"]["kept"] = kept_line(work + "/datatrove.log")
    if "dolma" not in args.without:
        python = environment(args.output, "dolma")
        with open(docs, "rb") as plain, gzip.open(work + "/gz/docs.json.gz", "wb", 1) as packed:
            shutil.copyfileobj(plain, packed)
        venv = os.path.dirname(os.path.dirname(python))
        command = [peers + "/run_dolma.sh", venv, work + "/gz", work + "/dolma", "1"]
        rows["dolma"] = measured("dolma", command, work + "/dolma.log", args.core)
        rows["dolma"]["kept"] = kept_line(work + "/dolma.log")

    print(f"{args.documents} documents, {megabytes:.1f} MB of JSON lines, one core each, start-up included")
    print(f"{'tool':12} {'cpu_s':>8} {'wall_s':>8} {'mb_per_cpu_s':>13} {'docs_per_cpu_s':>15} {'peak_mb':>8} {'kept':>8}")
    for tool, row in rows.items():
        print(f"{tool:12} {row['cpu']:8.1f} {row['wall']:8.1f} {megabytes / row['cpu']:13.2f} "
              f"{args.documents / row['cpu']:15.0f} {row['memory']:8.0f} {row['kept']:8d}")
    if "datatrove" in rows:
        print(f"datatrove / florilegium in CPU seconds: {rows['datatrove']['cpu'] / rows['florilegium']['cpu']:.2f}")
        here = filtered_by_florilegium(work + "/florilegium/accounting.json")
        there = filtered_by_datatrove(work + "/datatrove")
        print("same documents left out for the same reasons (counts):", here == there)
        for reason in sorted(set(here) | set(there)):
            if here.get(reason, 0) != there.get(reason, 0):
                print(f"  {reason}: florilegium {here.get(reason, 0)}, datatrove {there.get(reason, 0)}")


if __name__ == "__main__":
    main()

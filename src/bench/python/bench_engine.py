"""Takes growing numbers of short documents through the whole engine and prints what each further million costs.

    python3 bench_engine.py --documents 200000,500000 --output target/engine

The documents have about 200 characters: of ten, seven are like no other, one is the same as an earlier one, two are nearly the
same. The pipeline is recipe.yaml with the recipe `empty`, so that reading, MinHash, clusters, shards and both writes of Parquet
remain. The heap is FLORILEGIUM_HEAP, 2g unless told. CPU seconds are user and system of the whole process, start-up included;
peak memory is that of the process, of which the heap is a part. Each run starts anew, and its output is deleted after.
"""

import argparse
import hashlib
import json
import os
import random
import shutil
import subprocess
import time

FILES = 16
WORDS = 34
VOCABULARY = 50_000


def word(number):
    """A word of 3 to 8 letters, the same for the same number."""
    digest = hashlib.md5(str(number).encode()).digest()
    return "".join(chr(97 + byte % 26) for byte in digest[: 3 + digest[15] % 6])


def text(document, words):
    kind = document % 10
    source = random.Random(document - kind if kind >= 7 else document)
    chosen = [words[source.randrange(VOCABULARY)] for _ in range(WORDS)]
    if kind >= 8:
        chosen.append(words[random.Random(document).randrange(VOCABULARY)])
    return " ".join(chosen)


def write(folder, documents):
    words = [word(number) for number in range(VOCABULARY)]
    os.makedirs(folder)
    for file in range(FILES):
        with open(f"{folder}/part-{file:02d}.jsonl", "w", encoding="utf-8") as out:
            for i in range(file, documents, FILES):
                out.write(json.dumps({"id": f"e{i:08d}", "text": text(i, words)}) + "\n")


def measured(command, log):
    start = time.time()
    with open(log, "w", encoding="utf-8") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"the run failed, see {log}")
    return usage.ru_utime + usage.ru_stime, time.time() - start, usage.ru_maxrss / 1024


def run(documents, work):
    shutil.rmtree(work, ignore_errors=True)
    write(work + "/in", documents)
    megabytes = sum(os.path.getsize(f"{work}/in/{name}") for name in os.listdir(work + "/in")) / 1e6
    command = ["bin/florilegium", "run", "pipelines/recipe.yaml", "--fresh", "--set", f"input={work}/in",
               "--set", f"output={work}/out", "--set", "recipe=empty"]
    cpu, wall, peak = measured(command, work + ".log")
    with open(work + "/out/release/manifest.json", encoding="utf-8") as file:
        kept = json.load(file)["documents"]
    shutil.rmtree(work)
    return {"documents": documents, "mb": megabytes, "cpu": cpu, "wall": wall, "peak": peak, "kept": kept}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", default="200000,500000", help="numbers of documents, growing, with commas")
    parser.add_argument("--output", default="target/engine")
    args = parser.parse_args()
    counts = [int(count) for count in args.documents.split(",")]
    if counts != sorted(set(counts)) or counts[0] < 1:
        parser.error(f"--documents: must grow, was '{args.documents}'")
    os.makedirs(args.output, exist_ok=True)

    print(f"heap {os.environ.get('FLORILEGIUM_HEAP', '2g')}; further: for each further million documents")
    print(f"{'documents':>10} {'mb':>7} {'cpu_s':>8} {'wall_s':>8} {'peak_mb':>8} {'kept':>9} {'further_cpu_s':>14} {'further_mb':>11}")
    before = None
    for count in counts:
        row = run(count, f"{args.output}/{count}")
        further = ("", "")
        if before:
            millions = (row["documents"] - before["documents"]) / 1e6
            further = (f"{(row['cpu'] - before['cpu']) / millions:.1f}", f"{(row['peak'] - before['peak']) / millions:.0f}")
        print(f"{count:10d} {row['mb']:7.1f} {row['cpu']:8.1f} {row['wall']:8.1f} {row['peak']:8.0f} {row['kept']:9d} "
              f"{further[0]:>14} {further[1]:>11}", flush=True)
        before = row


if __name__ == "__main__":
    main()

"""Write generated documents with the clusters that datatrove finds among them, one JSON row each.

    python datatrove_clusters.py sha1 clusters.jsonl        (in an environment with datatrove 0.10.1; or xxhash)

A row holds the text and the number of its cluster; a document without a near duplicate has -1. Words are those between white
space, so no language model is needed. The texts are random words in families: copies in which ever more words are changed,
chains in which each text is like the one before, texts too short for a shingle, other scripts, punctuation and numbers.
"""
import json
import os
import random
import struct
import sys
import tempfile

os.environ.setdefault("HF_HUB_OFFLINE", "1")

from datatrove.data import Document
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.dedup import MinhashDedupBuckets, MinhashDedupCluster, MinhashDedupSignature
from datatrove.pipeline.dedup.minhash import MinhashConfig
from datatrove.utils.hashing import HashConfig
from datatrove.utils.word_tokenizers import WordTokenizer

SYLLABLES = ["ka", "mo", "ri", "tel", "shu", "Ban", "öl", "né", "жи", "水", "α", "9", "lo,", "(be)", "st", "үг"]
BUCKETS = 14


class Spaces(WordTokenizer):
    def __init__(self):
        super().__init__("spaces")

    def word_tokenize(self, text):
        return text.split()

    def sent_tokenize(self, text):
        return [text]

    def span_tokenize(self, text):
        return [(0, len(text))]

    def __hash__(self):
        return 1

    def __eq__(self, other):
        return isinstance(other, Spaces)


def documents():
    draw = random.Random(7)

    def word():
        return "".join(draw.choice(SYLLABLES) for _ in range(draw.randint(1, 3)))

    def changed(words, share):
        return [word() if draw.random() < share else w for w in words]

    texts = []
    for family in range(70):
        words = [word() for _ in range(draw.randint(8, 45))]
        for copy in range(draw.randint(1, 6)):
            texts.append(changed(words, 0.04 * copy))
            if family % 4 == 0:
                words = texts[-1]
    texts += [[word() for _ in range(4)] for _ in range(6)] + [texts[0]] * 3
    draw.shuffle(texts)
    return [" ".join(words) for words in texts]


def clusters(texts, hash_fc, folder):
    config = MinhashConfig(hash_config=HashConfig(hash_fc=hash_fc, precision=64),
                           num_buckets=BUCKETS, hashes_per_bucket=8, n_grams=5)
    rows = [Document(text=text, id=str(i)) for i, text in enumerate(texts)]

    def stage(name, pipeline, tasks):
        LocalPipelineExecutor(pipeline=pipeline, tasks=tasks, workers=1, logging_dir=f"{folder}/logs/{name}").run()

    stage("sign", [rows, MinhashDedupSignature(f"{folder}/sig", config=config, language=Spaces())], 1)
    stage("meet", [MinhashDedupBuckets(f"{folder}/sig", f"{folder}/buckets", config=config)], BUCKETS)
    stage("join", [MinhashDedupCluster(f"{folder}/buckets", f"{folder}/remove", config=config,
                                       save_cluster_id=True)], 1)
    found = [-1] * len(texts)
    with open(f"{folder}/remove/000000.clusters", "rb") as saved:
        for document, cluster in struct.iter_unpack("<II", saved.read()):
            found[document] = cluster
    return found


def main():
    hash_fc, output = sys.argv[1:]
    texts = documents()
    with tempfile.TemporaryDirectory() as folder:
        found = clusters(texts, hash_fc, folder)
    with open(output, "w", encoding="utf-8") as out:
        for text, cluster in zip(texts, found):
            out.write(json.dumps({"text": text, "cluster": cluster}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()

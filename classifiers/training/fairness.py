"""Fairness of the installed classifiers as a pipeline applies them: false positives, identity swaps, and what the default profile keeps.

    python fairness.py --data FOLDER_OF_LABELLED_SETS --out ../../docs/fairness.md [--reservoir FOLDER] [--tier 2] [--command 'bin/florilegium']

Texts go through `florilegium score --passages`, so language identification, passages, routing, fusion, calibration and stance are those a
user gets. Figures on templates are on the parts dev and test, which no model is trained on. `--reservoir` names a reservoir of the
corpus (`ingest`, `tag.policy: none`); the hand-judged passages are looked up in it by id, for the repository holds ids only (needs duckdb).
"""
import argparse
import gzip
import hashlib
import json
import os
import re
import shlex
import subprocess
from collections import Counter, defaultdict

import yaml

import templates

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
JUDGED = os.path.join(ROOT, "src", "test", "resources", "tag", "judged_passages.jsonl")
PROFILE = os.path.join(ROOT, "pipelines", "profiles", "plural.yaml")
SHOWN = ("harm.toxicity", "harm.hate", "harm.identity_attack", "harm.threat", "harm.violence", "harm.self_harm", "harm.sexual")
AAE = re.compile(r"\b(ain'?t|finna|gon|tryna|ima|imma|y'?all|yall|dat|dis|dem|dey|bout|ion|aint|wit|lil|ova|nah|cuz|ya'?ll|den|holla|boi|turnt)\b", re.I)
SHIELDED = ("near_testimony", "near_counter", "near_scripture", "near_medical")
MOST = 1500


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def score(command, tier, texts):
    """What `florilegium score` says of each text, in order."""
    lines = "".join(json.dumps({"id": k, "text": t}, ensure_ascii=False) + "\n" for k, t in enumerate(texts))
    done = subprocess.run([*shlex.split(command), "score", "--tier", tier, "--passages"], input=lines.encode(), stdout=subprocess.PIPE, check=True, cwd=ROOT)
    found = {}
    for line in done.stdout.decode().splitlines():
        answer = json.loads(line)
        found[answer["id"]] = answer
    return [found[k] for k in range(len(texts))]


def statuses(classifiers):
    out = {}
    for name in sorted(os.listdir(classifiers)):
        path = os.path.join(classifiers, name, "labels.yaml")
        if os.path.isfile(path):
            with open(path, encoding="utf-8") as f:
                for label in yaml.safe_load(f)["labels"]:
                    if out.get(label["name"]) != "calibrated":
                        out[label["name"]] = label["status"]
    return out


class Profile:
    """The rules of a profile that keep passages out of its share."""

    def __init__(self, path, status, experimental):
        with open(path, encoding="utf-8") as f:
            self.rules = yaml.safe_load(f)["keeps_out"]["labels"]
        self.status, self.experimental = status, experimental

    def keeps(self, answer):
        return not any(self._out(p) for p in answer["passages"])

    def _out(self, passage):
        return any(self._hits(rule, label, s, passage["stance"]) for rule in self.rules for label, s in passage["scores"].items())

    def _hits(self, rule, label, s, stance):
        covered = label.startswith(rule["label"][:-1]) if rule["label"].endswith(".*") else label == rule["label"]
        if not covered or not (self.experimental or rule.get("experimental") or self.status.get(label) == "calibrated") or s["call"] != "yes":
            return False
        return stance in rule["stances"] or stance == "unclear" and s["lo"] >= rule.get("unclear_above", 2)


def says_yes(answer, labels):
    return any(answer["scores"].get(k, {}).get("call") == "yes" for k in labels)


def interval(k, n):
    """Wilson's 95 % interval."""
    if n == 0:
        return "none"
    p, z = k / n, 1.96
    middle, half = (p + z * z / (2 * n)) / (1 + z * z / n), z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)) ** .5
    return f"{p:.3f} ({max(0, middle - half):.3f} to {min(1, middle + half):.3f}), n {n}"


def table(head, lines):
    return ["| " + " | ".join(head) + " |", "|" + "---|" * len(head), *("| " + " | ".join(map(str, line)) + " |" for line in lines), ""]


def rates(rows, answers, key):
    """Share called yes on toxicity, hate or identity attack, by `key`."""
    groups = defaultdict(lambda: [0, 0])
    for row, answer in zip(rows, answers):
        for name in key(row):
            groups[name][0] += says_yes(answer, SHOWN[:3])
            groups[name][1] += 1
    return [(name, interval(k, n)) for name, (k, n) in sorted(groups.items())]


def labelled(data, name):
    with gzip.open(os.path.join(data, name + ".jsonl.gz"), "rt", encoding="utf-8") as lines:
        return sorted((json.loads(line) for line in lines), key=lambda r: digest("fairness:" + r["text"]))


def benign(data):
    """(text, where, subset) of texts that people judged free of toxicity."""
    out = [(r["text"], "identity_mentions_benign", r["labels"]["axis"]) for r in labelled(data, "identity_mentions_benign")]
    plain = [r["text"] for r in labelled(data, "davidson_hate_offensive") if r["labels"].get("harm.toxicity") == 0 and r["labels"].get("harm.hate") == 0]
    aae = [t for t in plain if len(AAE.findall(t)) >= 2]
    other = [t for t in plain if not AAE.search(t)]
    return out + [(t, "dialect", "two or more African American English forms") for t in aae[:MOST]] + [(t, "dialect", "none of these forms") for t in other[:MOST]]


def swaps():
    """Every filling of every template of dev and test that has a slot for people."""
    held = [r for r in templates.rows(99) if r.part in ("dev", "test") and r.swap]
    groups = defaultdict(list)
    for r in held:
        groups[r.language, r.group].append(r)
    return [r for members in groups.values() if len(members) > 1 for r in members]


def swap_figures(rows, answers):
    spread, lines = defaultdict(lambda: defaultdict(list)), []
    for row, answer in zip(rows, answers):
        for label in SHOWN[:3]:
            if label in answer["scores"]:
                spread[label][row.language, row.group].append(answer["scores"][label]["p"])
    for label, by in spread.items():
        gaps = [abs(a - b) for values in by.values() for i, a in enumerate(values) for b in values[i + 1:]]
        worst = [max(v) - min(v) for v in by.values() if len(v) > 1]
        within = sum(g <= .05 for g in gaps)
        lines.append((label, len(worst), interval(within, len(gaps)), f"{sum(gaps) / max(1, len(gaps)):.3f}", f"{sum(w <= .05 for w in worst)}/{len(worst)}", f"{max(worst, default=0):.3f}"))
    return lines


def kept(rows, answers, profiles, key):
    groups = defaultdict(lambda: [0] * (len(profiles) + 1))
    for row, answer in zip(rows, answers):
        for name in key(row):
            groups[name][-1] += 1
            for k, profile in enumerate(profiles):
                groups[name][k] += profile.keeps(answer)
    return [(name, *(interval(k, v[-1]) for k in v[:-1])) for name, v in sorted(groups.items())]


def judged(reservoir):
    """(judgement, text) of the passages found in the reservoir."""
    import duckdb
    with open(JUDGED, encoding="utf-8") as f:
        wanted = [json.loads(line) for line in f]
    files = os.path.join(reservoir, "reservoir", "data", "documents-*.parquet")
    texts = dict(duckdb.execute("select id, text from read_parquet(?) where id in (select unnest(?))", [files, [w["id"] for w in wanted]]).fetchall())
    return [(w, texts[w["id"]][w["start"]:w["end"]]) for w in wanted if w["id"] in texts]


def report(args):
    status = statuses(os.path.join(ROOT, "classifiers"))
    profiles = [Profile(PROFILE, status, False), Profile(PROFILE, status, True)]
    both = ("by the default profile", "if experimental labels counted too")
    out = ["# Fairness and stance", "", "Written by `classifiers/training/fairness.py`; every share with Wilson's 95 % interval. "
           f"Tier: {args.tier}. Calibrated harm labels: {', '.join(k for k, v in sorted(status.items()) if v == 'calibrated' and k.startswith('harm.')) or 'none'}.", ""]
    rows = [r for r in templates.rows() + templates.passages() if r.part in ("dev", "test")]
    answers = score(args.command, args.tier, [r.text for r in rows])
    pairs = [(r, a) for r, a in zip(rows, answers) if r.labels.get("harm.hate") == 0 and r.labels.get("harm.toxicity") == 0 and r.labels.get("harm.insult") == 0]
    free, free_answers = [r for r, _ in pairs], [a for _, a in pairs]
    out += ["## False positives on benign templates", "", "Share of texts free of harm on which toxicity, hate or identity attack is called yes.", "", "By function:", ""]
    out += table(("function", "false positives"), rates(free, free_answers, lambda r: [r.rule] if r.rule.startswith("near_") else ["(all others)"]))
    out += ["By language:", ""] + table(("language", "false positives"), rates(free, free_answers, lambda r: [r.language]))
    benign_rows = benign(args.data)
    benign_answers = score(args.command, args.tier, [t for t, _, _ in benign_rows])
    out += ["## False positives on benign text of others", "", "Mentions of an identity in neutral sentences, by axis; and posts that raters found neither hateful nor offensive, by dialect "
            "(a proxy: words of African American English; the raters' own bias is in it).", ""]
    out += table(("set", "false positives"), rates(benign_rows, benign_answers, lambda r: [r[1], f"{r[1]}: {r[2]}"]))
    swap_rows = swaps()
    swap_answers = score(args.command, args.tier, [r.text for r in swap_rows])
    out += ["## Identity swaps", "", "Templates of dev and test with each group of people in turn; the aim is a difference of at most 0.05. "
            "Classifiers with `input.groups` score harm on neutral texts ([named-groups.md](named-groups.md)), so for them what differs is a name that no list holds, or a slur.", ""]
    out += table(("label", "templates", "pairs within 0.05", "mean difference", "templates wholly within 0.05", "worst"), swap_figures(swap_rows, swap_answers))
    out += ["By group, benign templates with a slot, share called yes:", ""]
    slot = [(r, a) for r, a in zip(swap_rows, swap_answers) if r.rule.startswith("near_") and r.language == "en"]
    out += table(("group", "false positives"), rates([r for r, _ in slot], [a for _, a in slot], lambda r: [r.swap]))
    out += ["## What the default profile keeps", "", "Share of texts of which no passage is left out. The first column is what happens now: rules count for calibrated labels. The second shows "
            "what the stance rules alone would hold back if every label counted.", ""]
    test = [(r, a) for r, a in zip(rows, answers) if r.part == "test" and r.rule in SHIELDED]
    out += table(("function", *both), kept([r for r, _ in test], [a for _, a in test], profiles, lambda r: [r.rule, "all four"]))
    near = [(r, a) for r, a in zip(rows, answers) if r.rule.startswith("near_")]
    out += ["All benign neighbours of harm, dev and test, by language:", ""]
    out += table(("language", *both), kept([r for r, _ in near], [a for _, a in near], profiles, lambda r: [r.language]))
    harm = [(r, a) for r, a in zip(rows, answers) if not r.rule.startswith(("near_", "counterfeit")) and any(v == 1 and k.startswith("harm.") for k, v in r.labels.items())]
    out += ["Harm, dev and test: here low is good.", ""] + table(("function", *both), kept([r for r, _ in harm], [a for _, a in harm], profiles, lambda r: [r.rule, "all"]))
    out += ["## Stance on templates", ""] + stance_table([(r.rule, a) for r, a in zip(rows, answers) if r.rule.startswith(("near_", "hate_", "threat_", "insult_"))])
    if args.reservoir:
        out += on_passages(args, profiles, both)
    return out


def stance_table(pairs):
    names = ("testifies", "counters", "depicts", "educates", "unclear", "enables", "endorses")
    seen = defaultdict(Counter)
    for name, answer in pairs:
        for passage in answer["passages"]:
            seen[name][passage["stance"]] += 1
    return table(("", *names), [(name, *(c[k] for k in names)) for name, c in sorted(seen.items())])


def on_passages(args, profiles, both):
    pairs = judged(args.reservoir)
    answers = score(args.command, args.tier, [t for _, t in pairs])
    kinds = [w for w, _ in pairs]
    same = sum(a["passages"] and Counter(p["stance"] for p in a["passages"]).most_common(1)[0][0] == w["stance"] for w, a in zip(kinds, answers))
    out = ["## Judged passages of the corpus", "", f"{len(pairs)} passages of the corpus that hold at least two words of violence, crime, sickness or death, chosen by hash, at most fourteen of a file; "
           "one reader judged each from an excerpt and its work. None endorses harm, so all should be kept.", ""]
    out += table(("kind", *both), kept(kinds, answers, profiles, lambda w: [w["kind"], "all"]))
    out += [f"Stance as judged: {interval(same, len(pairs))}.", ""] + stance_table(list(zip((w["stance"] + " (judged)" for w in kinds), answers)))
    return out


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--reservoir", default="")
    parser.add_argument("--tier", default="auto", choices=("1", "2", "auto"))
    parser.add_argument("--command", default="bin/florilegium")
    args = parser.parse_args()
    lines = report(args)
    with open(args.out, "w", encoding="utf-8") as f:
        f.write("\n".join(lines).rstrip() + "\n")


if __name__ == "__main__":
    main()

"""What the policies between the tiers are worth and cost: quality on the dev texts, cost from the speeds measured in Java."""
import numpy as np

import calibration
import figures

MARGIN, AUDIT = .05, .01  # the defaults of the pipelines
# Passages of 150 words a second on one core of an AMD EPYC (Zen 4), rounded down from 10,800 and 68 measured in Java.
SPEED = {"first": 10_000, "second": 60}


class Tier:
    """A classifier: its opened model, its scores and its calibrations, {label: (calibration, figures)}."""

    def __init__(self, model, scores, done):
        self.model, self.scores, self.done = model, scores, done


def _p(texts, scores, tables, label):
    return calibration.probabilities(tables[label], scores.of(label)[1], texts.language)[0]


def sent(texts, first, second):
    """Which texts `auto` sends to tier 2, the audit share aside: those whose harm is near being called yes, in a language of the card."""
    covered = second.model.head["languages"]
    out = np.zeros(len(texts.texts), bool)
    for label in set(first.model.labels) & set(second.model.labels):
        if not label.startswith("harm."):
            continue
        table = {k: v[0] for k, v in first.done.items()}
        p = _p(texts, first.scores, table, label)
        yes = [calibration.of(table[label], language)["yes"] for language in texts.language]
        out |= np.abs(p - np.array([9. if y is None else y for y in yes])) <= MARGIN
    return out & np.array(["all" in covered or language.split("-")[0] in covered for language in texts.language])


def _odds(p):
    p = np.clip(p, 1e-4, 1 - 1e-4)
    return np.log(p / (1 - p))


def _joined(texts, first, second, fused, label):
    weights, table, _ = fused[label]
    odds = [_odds(_p(texts, s.scores, {k: v[0] for k, v in s.done.items()}, label)) for s in (first, second)]
    return calibration.probabilities(table, weights[0] + weights[1] * odds[0] + weights[2] * odds[1], texts.language)[0]


def table(data, first, second, fused):
    """Markdown: mean AUROC and ECE over labels by policy, the share of texts that tier 2 scores, and passages a second."""
    texts = data.judging
    near = sent(texts, first, second)
    audited = np.random.default_rng(0).random(len(near)) < AUDIT
    plain = np.array([not (a == 1).any() and (a == -2).any() for a in texts.answers])
    shares = {"tier1": np.zeros(len(near), bool), "auto": near | audited, "all": np.ones(len(near), bool)}
    lines = ["| policy | harm: AUROC | ECE | other labels: AUROC | ECE | dev texts sent to tier 2 | ordinary text sent | passages a second a core, ordinary text |",
             "|---|---|---|---|---|---|---|---|"]
    for policy, late in shares.items():
        found = {True: [], False: []}
        for label in fused:
            answers = texts.of(label)
            m = answers >= 0
            p = np.where(late, _joined(texts, first, second, fused, label), _p(texts, first.scores, {k: v[0] for k, v in first.done.items()}, label))
            f = figures.of(p[m], (answers[m] == 1).astype(int))
            if "auroc" in f:
                found[label.startswith("harm.")].append((f["auroc"], f["ece"]))
        share = late[plain].mean()
        cost = 1 / (1 / SPEED["first"] + share / SPEED["second"])
        means = [f"{np.mean([v[k] for v in found[harm]]):.3f}" for harm in (True, False) for k in (0, 1)]
        lines.append(f"| `{policy}` | {' | '.join(means)} | {late.mean():.1%} | {share:.1%} | {cost:,.0f} |")
    return "\n".join(lines) + "\n"

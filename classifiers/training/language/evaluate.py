"""Accuracy by class on works that were held out, in stretches of about a sentence."""
import collections
import random

import model as models
import texts


def samples(gathered, held_out, each=150):
    for (lang, form), works in sorted(gathered.items()):
        chosen = works.keys() if models.unseen(lang) else held_out & works.keys()
        for work in sorted(chosen):
            words = works[work].tobytes().decode("utf-16-le").split()
            chance = random.Random(f"{lang} {form} {work}")
            if sum(map(len, words)) < 4_000:
                continue
            for _ in range(each):
                at, size = chance.randrange(max(1, len(words) - 6)), chance.randrange(4, 24)
                yield work, lang, form, " ".join(words[at : at + size])


def held_out(model, gathered, works):
    rows = list(samples(gathered, works))
    chosen, names, p = models.guess(model, [r[3] for r in rows])
    known = set(names)
    hits, counts, wrong = collections.Counter(), collections.Counter(), collections.Counter()
    for (work, lang, form, _), q in zip(rows, p):
        if (form, lang) in known:
            best = names[int(q.argmax())][1]
            counts[form, lang] += 1
            hits[form, lang] += best == lang
            if best != lang:
                wrong[lang, best] += 1
    for least in (0.0, 0.2, 0.3, 0.4, 0.5):
        right, all_known, refused, strange = 0, 0, 0, 0
        for (work, lang, form, _), q in zip(rows, p):
            best = names[int(q.argmax())][1] if q.max() >= least else models.OTHER
            if (form, lang) in known:
                all_known += 1
                right += best == lang
            elif models.unseen(lang) and any(n[0] == form for n in names):
                strange += 1
                refused += best == models.OTHER
        print(f"threshold {least}: known right {right / all_known:.4f}, unseen refused {refused / max(1, strange):.4f} of {strange}")
    figures = {key: hits[key] / counts[key] for key in counts}
    print(f"held-out macro accuracy {sum(figures.values()) / len(figures):.4f} over {len(figures)} classes")
    print("worst", sorted((round(v, 3), *k) for k, v in figures.items())[:40])
    print("confusions", wrong.most_common(60))

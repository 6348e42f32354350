"""Counterfactual rows: the same words about another group of people, with the same answers to the questions of harm.

Two rules. A template written for this project is filled with every group instead of three (`templates.rows`). In an English row of the training part, the first group
of people that is named is replaced, wherever it stands, by another of the same grammatical number, drawn by hash. Both say only that harm does not depend on who is
meant: nothing is said of other labels, and derived rows never calibrate or judge. Tier 1 uses them for `LABELS` alone: for threats and violence, of which it has few
positives, they cost more than they gave. Groups whose names are also everyday words, as colours, are left alone.
"""
import re

import sources

ONE = ["muslim", "jew", "christian", "hindu", "buddhist", "sikh", "atheist", "immigrant", "refugee", "lesbian", "arab", "mexican", "nigerian", "african", "asian", "indian",
       "american", "russian", "turk", "palestinian", "israeli", "catholic", "mormon", "homosexual", "transgender person", "black person", "white person", "gay person",
       "disabled person", "jewish person", "black woman", "black man", "white man", "white woman", "gay man", "muslim man", "muslim woman", "jewish woman", "jewish man"]
MANY = ["muslims", "jews", "christians", "hindus", "buddhists", "sikhs", "atheists", "immigrants", "refugees", "lesbians", "arabs", "mexicans", "nigerians", "africans",
        "asians", "indians", "americans", "russians", "turks", "palestinians", "israelis", "catholics", "mormons", "homosexuals", "transgender people", "black people",
        "white people", "gay people", "disabled people", "jewish people", "blacks", "whites", "gays", "gay men", "trans people"]
FORM = {word: words for words in (ONE, MANY) for word in words}
NAMED = re.compile(r"\b(" + "|".join(sorted(FORM, key=len, reverse=True)) + r")\b", re.I)
LABELS = ("harm.toxicity", "harm.insult", "harm.identity_attack", "harm.hate")
COPIES, WRITTEN_WEIGHT, SWAPPED_WEIGHT = 2, 4., .5


def swapped(text, number):
    """`text` about another group, chosen by `number`; empty where it names none."""
    found = NAMED.search(text)
    if not found:
        return ""
    old = found.group(1)
    words = [w for w in FORM[old.lower()] if w != old.lower()]
    new = words[number % len(words)]
    if old[0].isupper():
        new = new[0].upper() + new[1:]
    return re.sub(r"\b" + re.escape(old) + r"\b", new, text, flags=re.I)


def _told(labels):
    return {k: v for k, v in labels.items() if k in LABELS}


def written(rows):
    """Fillings of the training templates that `rows` lacks."""
    import templates  # imports sources
    known = {row.key for row in rows}
    return [row for row in templates.rows(99) if row.part == "train" and row.swap and row.key not in known and _told(row.labels)]


def derived(rows):
    """(rows, weight of each) to add to the training rows `rows`."""
    out = written(rows)
    weights = [WRITTEN_WEIGHT] * len(out)
    for row in rows:
        labels = _told(row.labels)
        if row.language != "en" or not labels or row.source.startswith("templates/") or row.source in sources.ONLY_TRAINED_ON:
            continue
        for copy in range(COPIES):
            text = swapped(row.text, int(sources.digest(f"swap:{copy}:{row.key}")[:8], 16))
            if text:
                out.append(sources.Row(text, "en", row.source, row.group, labels, "train", key=f"{row.key}:{copy}"))
                weights.append(SWAPPED_WEIGHT)
    return out, weights

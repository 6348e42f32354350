"""Further fillings of the templates written for this project: the same words about other groups of people, with the same answers to the questions of harm.

Where a list of groups names them all (groups.py), the neutral texts of all fillings are one, and there is nothing to add. What is left teaches that harm does not depend on who is meant in languages and for
names that no list has. These rows say nothing of other labels, and they never calibrate or judge. Tier 1 uses them for `LABELS` alone: for threats and violence, of which it has few
positives, they cost more than they gave.
"""
import groups

LABELS = ("harm.toxicity", "harm.insult", "harm.identity_attack", "harm.hate")
WEIGHT = 4.


def written(rows):
    """Fillings of the training templates whose neutral text `rows` lacks."""
    import templates  # imports sources
    known = {(row.language, groups.neutral(row.text, row.language)) for row in rows if row.source.startswith("templates/")}
    out = []
    for row in templates.rows(99):
        neutral = row.language, groups.neutral(row.text, row.language)
        if row.part == "train" and row.swap and neutral not in known and any(label in LABELS for label in row.labels):
            known.add(neutral)
            out.append(row)
    return out

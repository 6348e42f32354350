"""Further fillings of the templates written for this project: the same words about every group instead of three, with the same answers to the questions of harm.

Where a list of groups names them all (groups.py), their neutral texts are one and the fillings only add weight; they teach that harm does not depend on who is meant in languages and for
names that no list has. They say nothing of other labels, and they never calibrate or judge. Tier 1 uses them for `LABELS` alone: for threats and violence, of which it has few
positives, they cost more than they gave.
"""
LABELS = ("harm.toxicity", "harm.insult", "harm.identity_attack", "harm.hate")
WEIGHT = 4.


def written(rows):
    """Fillings of the training templates that `rows` lacks."""
    import templates  # imports sources
    known = {row.key for row in rows}
    return [row for row in templates.rows(99) if row.part == "train" and row.swap and row.key not in known and any(label in LABELS for label in row.labels)]

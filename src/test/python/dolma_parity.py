"""Write what dolma's own taggers say of documents, one JSON row each, to compare recipes with.

    python dolma_parity.py documents.jsonl rows.jsonl        (in an environment with dolma 1.2.1)

A row holds, for each tagger, the scores as dolma writes them (rounded, absent where it writes none), the first
threshold of the mix that the scores miss, and for C4 the text that is left when the marked stretches are taken out.
"""
import json
import sys

from dolma.core.data_types import InputSpec
from dolma.core.registry import TaggerRegistry
import dolma.taggers  # noqa: F401  (registers the taggers)

GOPHER = [
    ("word_count", 50, None), ("word_count", None, 100000),
    ("median_word_length", 3, None), ("median_word_length", None, 10),
    ("symbol_to_word_ratio", None, 0.1), ("fraction_of_words_with_alpha_character", 0.8, None),
    ("required_word_count", 2, None), ("fraction_of_lines_starting_with_bullet_point", None, 0.9),
    ("fraction_of_lines_ending_with_ellipsis", None, 0.3), ("fraction_of_duplicate_lines", None, 0.3),
    ("fraction_of_characters_in_duplicate_lines", None, 0.3),
    ("fraction_of_characters_in_most_common_2grams", None, 0.2),
    ("fraction_of_characters_in_most_common_3grams", None, 0.18),
    ("fraction_of_characters_in_most_common_4grams", None, 0.16),
] + [(f"fraction_of_characters_in_duplicate_{n}grams", None, (20 - n) / 100) for n in range(5, 11)]
C4 = [("has_curly_brace", None, 0), ("has_lorem_ipsum", None, 0), ("has_javascript", None, 0)]
LINES = ["lines_with_no_ending_punctuation", "lines_with_too_few_words"]
TAGGERS = {"gopher_v1": GOPHER, "gopher_v2": GOPHER, "c4_v1": C4, "c4_v2": C4}


def first_missed(rules, attributes):
    for name, at_least, at_most in rules:
        score = attributes[name][0][2] if name in attributes else None
        if score is not None and ((at_least is not None and score < at_least)
                                  or (at_most is not None and score > at_most)):
            return name
    return None


def without(text, spans):
    left = set()
    for start, end, _ in spans:
        left.update(range(start, end))
    return "".join(c for i, c in enumerate(text) if i not in left)


def row(taggers, document):
    answer = {"id": document["id"]}
    for name, tagger in taggers.items():
        attributes = tagger.tag(InputSpec(id=str(document["id"]), text=document["text"], source="parity"))
        said = {"reason": first_missed(TAGGERS[name], attributes)}
        said["scores"] = {k: v[0][2] for k, v in attributes.items() if k not in LINES and k != "has_naughty_word"}
        if name.startswith("c4"):
            said["scores"].update({k: len(attributes.get(k, [])) for k in LINES})
            said["text"] = without(document["text"], sum((attributes.get(k, []) for k in LINES), []))
        answer[name] = said
    return answer


def main():
    taggers = {name: TaggerRegistry.get(name)() for name in TAGGERS}
    with open(sys.argv[1], encoding="utf-8") as documents, open(sys.argv[2], "w", encoding="utf-8") as rows:
        for line in documents:
            rows.write(json.dumps(row(taggers, json.loads(line)), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()

"""Writes neutral texts in all languages, for Java's test: `python dump_groups.py ../../src/test/resources/tag/neutral_texts.json`.

They are of our templates, two fillings each of every fifth, of each list's own entries, and of sentences made to be awkward. Run it after a list has changed.
"""
import json
import os
import sys

import yaml

import groups
import templates

AWKWARD = [
    ("en", "AN IMMIGRANT’s hat; an\u00a0old\tlady, women’s rights, Jewry, anti-Muslim, African\u2011American men."),
    ("en", "Black, gay\n\ntrans  women; black and white; LGBT+ people; LGBT+; year-old boys; 5-year-old girl; old-fashioned people"),
    ("en", "Old poor deaf gay Nigerian immigrant women — e\u0301migre\u0301 — \U0001d400women women\U0001f600 men's"),
    ("en-GB", "An atheist. an Atheist. A Roma boy, a nun."), ("EN", "women"), ("und", "women"), ("lzh", "黑人"), ("", "women"), ("zh-Hant", "黑人女人，移民。\U00020000黑人"),
    ("fr", "L’immigré et l'immigrée, aujourd'hui, d'Arabes, les femmes noires et pauvres."), ("it", "l'ebreo, gli ebrei, dell’immigrato povero"),
    ("de", "Die Jüdin, STRAẞE, Frauen mit Behinderung, türkische Frauen, schwarze alte Männer"), ("nl", "homo's en joodse vrouwen"),
    ("tr", "Kürt'ün İstanbul'da KÜRTLERİN Suriyelilerden"), ("uk", "п'ять євреїв, євре́ї"), ("pl", "ŻYDÓWKA i Żydami"), ("ko", "유대인들은 흑인 여성들이"),
    ("fa", "سیاه‌پوستان و افغان‌ها و مسلمان‌هایی"), ("ar", "والمسلمون بالمهاجرين لليهود"), ("hi", "ग़रीब लोग मुसलमानों"), ("bn", "হিন্দুরাই রোহিঙ্গাদেরকে"),
]


def _entries(language):
    """Every entry of a list in a row, so that each is found once, and some in capitals and beside people."""
    with open(os.path.join(groups.FOLDER, language + ".yaml"), encoding="utf-8") as f:
        told = yaml.safe_load(f)
    words = [entry.replace("*", "xy") for section in (*groups.LISTS, *groups.MAPS) for entry in told.get(section, [])]
    people = [*told.get("people_many", []), *told.get("people_one", [])] or [""]
    few = list(enumerate(words))[::9]
    return [" ".join(words), "; ".join(words[::9]).upper(), ", ".join(f"{word} {people[k % len(people)]}" for k, word in few),
            ", ".join(f"{people[k % len(people)]} {word}" for k, word in few)]


def texts():
    for language, text in AWKWARD:
        yield language, text
    for k, row in enumerate(templates.rows(2)):
        if k % 5 == 0:
            yield row.language, row.text
    for name in sorted(os.listdir(groups.FOLDER)):
        for text in _entries(name[:-len(".yaml")]):
            yield name[:-len(".yaml")], text


def rows():
    return [{"language": language, "text": text, "neutral": groups.neutral(text, language)} for language, text in texts()]


def main():
    found = rows()
    with open(sys.argv[1], "w", encoding="utf-8") as f:
        f.write("[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in found) + "\n]\n")
    print(f"{len(found)} texts, {sum(row['text'] != row['neutral'] for row in found)} name people")


if __name__ == "__main__":
    main()

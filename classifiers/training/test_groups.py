"""`python -m unittest test_groups`: whoever is named, the neutral text is the same."""
import json
import os
import unittest

import yaml

import dump_groups
import groups
import templates

RECORDED = os.path.join(groups.FOLDER, *[".."] * 7, "src", "test", "resources", "tag", "neutral_texts.json")


def listed():
    return sorted(name[:-5] for name in os.listdir(groups.FOLDER) if name.endswith(".yaml"))


class English(unittest.TestCase):
    def assertNeutral(self, text, wanted):
        self.assertEqual(groups.neutral(text, "en"), wanted)

    def test_is_the_same_whoever_is_named(self):
        for many in ("Jews", "gay people", "women", "people with disabilities", "old trans people", "IMMIGRANTS", "African-Americans", "LGBT+ people"):
            self.assertNeutral(f"Why do {many} live here?", "Why do Muslims live here?")
        for one in ("A Jew", "An old lady", "An immigrant", "A Roma boy", "A deaf Nigerian nurse", "A gay\nman"):
            self.assertNeutral(f"{one} lives here.", "A Muslim lives here.")

    def test_is_the_same_object_where_nobody_is_named(self):
        text = "The white car and the old house stood in the rain."
        self.assertIs(groups.neutral(text, "en"), text)

    def test_takes_everyday_adjectives_only_with_people(self):
        self.assertNeutral("black people wear black", "Muslims wear black")

    def test_looks_beside_apostrophes_and_not_inside_words(self):
        self.assertNeutral("the Jew’s hat, women's rights, Jewry", "the Muslim’s hat, Muslims' rights, Jewry")

    def test_leaves_what_is_kept(self):
        text = "A five-year-old boy."
        self.assertIs(groups.neutral(text, "en"), text)


class Lists(unittest.TestCase):
    def _made(self, **told):
        self.assertEqual(groups.faults("xx.yaml", told), [])
        return groups.Groups("xx", told)

    def test_keeps_what_follows_a_stem(self):
        made = self._made(stems={"żyd*": "muzułman"})
        self.assertEqual(made.neutral("Żydów i żyda"), "muzułmanów i muzułmana")

    def test_takes_the_longest_stem(self):
        made = self._made(stems={"ab*": "x", "abcdefgh*": "y"})
        self.assertEqual(made.neutral("ab abcd abcdefghi"), "x xcd yi")

    def test_takes_adjectives_before_and_behind(self):
        made = self._made(many="musulmanes", one="musulmán", adjective="musulmán", adjectives=["negras", "pobres"], people_many=["mujeres"], articles={"las": "los"})
        self.assertEqual(made.neutral("las mujeres negras pobres"), "los musulmanes")
        self.assertEqual(made.neutral("las pobres mujeres negras"), "los musulmanes")

    def test_changes_an_elided_article(self):
        made = self._made(one="musulman", nouns_one=["immigré", "juif"], articles={"l'": "le"})
        self.assertEqual(made.neutral("L’immigré et le juif"), "Le musulman et le musulman")

    def test_matches_anywhere_in_scripts_without_spaces(self):
        made = groups.Groups("zh", {"many": "穆斯林", "nouns_many": ["犹太人"], "adjectives": [], "adjectives_bound": ["黑"], "people_many": ["女人"]})
        self.assertEqual(made.neutral("那些犹太人和黑女人。"), "那些穆斯林和穆斯林。")

    def test_names_file_and_key_of_every_fault(self):
        found = groups.faults("xx.yaml", {"nouns_one": ["a*b", "..."], "nouns": [], "articles": {"of the": "of"}, "many": 1})
        self.assertEqual([fault.split(": ")[1] for fault in found], ["nouns_one", "nouns_one", "nouns", "articles", "many", "one"])

    def test_of_every_language_is_well_formed_and_inserts_what_stays(self):
        for language in listed():
            with self.subTest(language):
                made = groups.of(language)
                with open(os.path.join(groups.FOLDER, language + ".yaml"), encoding="utf-8") as f:
                    told = yaml.safe_load(f)
                for word in [told[key] for key in groups.TEXTS if key in told]:
                    self.assertEqual(made.neutral(word), word)

    def test_neutral_texts_are_written_down_for_java(self):
        with open(RECORDED, encoding="utf-8") as f:
            self.assertEqual(json.load(f), dump_groups.rows(), "run dump_groups.py")

    def test_is_neutral_at_once(self):
        for row in templates.rows(4):
            once = groups.neutral(row.text, row.language)
            self.assertEqual(groups.neutral(once, row.language), once)


class Templates(unittest.TestCase):
    def test_fillings_become_one_text_in_english(self):
        by = {}
        for row in templates.rows(99):
            if row.language == "en" and row.swap:
                by.setdefault(row.group, set()).add(groups.neutral(row.text, "en").lower())
        same = sum(len(texts) == 1 for texts in by.values())
        self.assertGreater(same, .9 * len(by), [sorted(t)[:4] for t in by.values() if len(t) > 1][:10])


if __name__ == "__main__":
    unittest.main()

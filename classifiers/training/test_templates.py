"""`python -m unittest test_templates`: the generator is deterministic, and its rows are well formed."""
import re
import unittest
from collections import Counter, defaultdict

import sources
import templates

LABEL = re.compile(r"[a-z_]+\.[a-z_]+")


class Templates(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rows, cls.passages = templates.rows(), templates.passages()

    def test_gives_the_same_rows_each_time(self):
        self.assertEqual([vars(r) for r in self.rows], [vars(r) for r in templates.rows()])
        self.assertEqual([r.text for r in self.passages], [r.text for r in templates.passages()])

    def test_leaves_no_slot_or_mark_in_a_text(self):
        for row in self.rows + self.passages:
            self.assertNotRegex(row.text, r"[{}]|\[\[|\]\]|  ", row.group)
            self.assertEqual(row.text, row.text.strip())

    def test_labels_every_row_by_a_known_rule(self):
        for row in self.rows:
            self.assertIn(row.rule, templates.rules())
            self.assertTrue(row.labels, row.rule)
            for label, value in row.labels.items():
                self.assertRegex(label, LABEL)
                self.assertIn(value, (0, 1))

    def test_every_rule_has_templates_in_english(self):
        self.assertEqual(set(templates.rules()), {rule for language, rule, _, _ in templates.templates() if language == "en"})

    def test_knows_the_words_of_every_slot(self):
        words = templates._yaml("words.yaml")
        for language, _, group, text in templates.templates():
            for slot in templates.SLOT.finditer(text):
                entries = words["people" if slot.group(1) == "p" else "groups"].get(language)
                self.assertTrue(entries, f"{language} {group}")
                if slot.group(2):
                    self.assertTrue(all(slot.group(2) in e for e in entries if isinstance(e, dict)) and isinstance(entries[0], dict), f"{language} {group}")

    def test_keeps_a_template_in_one_part(self):
        parts = defaultdict(set)
        for row in self.rows + self.passages:
            parts[row.group].add(row.part)
        self.assertTrue(all(len(p) == 1 for p in parts.values()))
        self.assertEqual(set(Counter(row.part for row in self.rows)), {"train", "calibration", "dev", "test"})

    def test_repeats_no_text_and_caps_the_fillings(self):
        self.assertEqual(len(self.rows), len({(r.language, sources.normalized(r.text)) for r in self.rows}))
        self.assertLessEqual(max(Counter((r.language, r.group) for r in self.rows).values()), templates.FILLINGS)

    def test_passages_have_sixty_to_two_hundred_words(self):
        self.assertTrue(self.passages)
        self.assertTrue(all(60 <= templates.words(r.text) <= 200 for r in self.passages))

    def test_has_six_hundred_templates(self):
        self.assertGreaterEqual(len({(language, group) for language, _, group, _ in templates.templates()}), 600)


if __name__ == "__main__":
    unittest.main()

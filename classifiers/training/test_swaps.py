"""`python -m unittest test_swaps`: a swap changes who is meant and nothing else."""
import unittest

import sources
import swaps
import templates


class Swaps(unittest.TestCase):
    def test_names_another_group_of_the_same_number(self):
        text = swaps.swapped("Refugees came, and the refugees stayed.", 3)
        self.assertNotIn("efugees", text)
        self.assertEqual(text.lower().count(swaps.NAMED.search(text).group(1).lower()), 2)
        self.assertTrue(text[0].isupper())
        self.assertIs(swaps.FORM[swaps.NAMED.search(text).group(1).lower()], swaps.MANY)

    def test_leaves_text_without_a_group_alone(self):
        self.assertEqual(swaps.swapped("The white car stood in the rain.", 1), "")

    def test_derives_rows_from_training_rows_alone_and_tells_their_labels_alone(self):
        row = sources.Row("A Muslim helped me.", "en", "a_set", "g", {"harm.hate": 0, "virtue.humanity": 1}, "train", key="k")
        rows, weights = swaps.derived([row])
        mine = [r for r in rows if r.source == "a_set"]
        self.assertEqual(len(mine), swaps.COPIES)
        self.assertEqual([r.labels for r in mine], [{"harm.hate": 0}] * swaps.COPIES)
        self.assertEqual(len(rows), len(weights))
        self.assertEqual({r.part for r in rows}, {"train"})
        self.assertTrue(all(isinstance(r, templates.TemplateRow) for r in rows if r not in mine))


if __name__ == "__main__":
    unittest.main()

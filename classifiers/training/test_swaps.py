"""`python -m unittest test_swaps`: further fillings are of training templates and of people, and none is there twice."""
import unittest

import swaps
import templates


class Swaps(unittest.TestCase):
    def test_fills_training_templates_with_everyone_not_yet_there(self):
        rows = templates.rows()
        known = {row.key for row in rows}
        more = swaps.written(rows)
        self.assertTrue(more)
        self.assertEqual({row.part for row in more}, {"train"})
        self.assertTrue(all(row.swap and row.key not in known for row in more))
        self.assertEqual(len({row.key for row in more}), len(more))


if __name__ == "__main__":
    unittest.main()

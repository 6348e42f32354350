"""python -m unittest: what rows say, which belong together, and what is left out of a fold; on rows written here."""
import unittest

import rules
import sources


def _row(text="", language="en", **labels):
    return {"text": text, "lang": language, "labels": {k.replace("__", "."): v for k, v in labels.items()}}


class RulesTest(unittest.TestCase):
    def test_a_label_that_a_row_does_not_carry_is_unknown(self):
        self.assertEqual(rules.RULES["openai_moderation"](_row(harm__violence=0)), {"harm.violence": 0})

    def test_opposing_a_stance_is_a_negative_and_of_an_opposed_stance_a_positive(self):
        self.assertEqual(rules.persona(_row(label_confidence=.9, prosocial__helpful=0)), {"prosocial.help": 0})
        self.assertEqual(rules.persona(_row(label_confidence=.9, virtue__intemperance=0)), {"virtue.temperance": 1})
        self.assertEqual(rules.persona(_row(label_confidence=.6, prosocial__helpful=1)), {})

    def test_traits_count_both_ways_and_unmapped_words_not_at_all(self):
        self.assertEqual(rules.traits(_row(trait="coward"))["virtue.courage"], 0)
        self.assertEqual(rules.traits(_row(trait="Heroic"))["virtue.courage"], 1)
        self.assertEqual(rules.traits(_row(trait="wordy")), {})

    def test_insults_are_patterns_on_what_was_judged_toxic(self):
        rule = rules.RULES["surge_toxicity"]
        self.assertEqual(rule(_row("you are a fool", harm__toxicity=1))["harm.insult"], 1)
        self.assertNotIn("harm.insult", rule(_row("what a foul day", harm__toxicity=1)))
        self.assertEqual(rule(_row("you are a fool for cake", harm__toxicity=0))["harm.insult"], 0)

    def test_word_lists_have_no_negatives_and_are_not_judged_by(self):
        self.assertEqual(set(rules.RULES["ldnoobw_lexicon"](_row("x", harm__toxicity=1)).values()), {1})
        self.assertIn("ldnoobw_lexicon", sources.ONLY_TRAINED_ON)

    def test_a_page_of_a_fiction_is_free_of_teaching_and_one_of_noise_says_nothing(self):
        self.assertEqual(rules.books(_row(tradition="none", work="A novel"))["wisdom.teaching"], 0)
        self.assertEqual(rules.books(_row(tradition="x", work="Seneca Dialogues", ocr_noise=1)), {})


class GroupsTest(unittest.TestCase):
    def test_a_paraphrase_stays_with_its_original(self):
        groups = sources._Groups("paradetox_en")

        toxic = groups.of(_row(harm__toxicity=1), "a", "x")
        neutral = groups.of(_row(harm__toxicity=0), "b", "y")
        other = groups.of(_row(harm__toxicity=1), "c", "z")

        self.assertEqual(toxic, neutral)
        self.assertNotEqual(toxic, other)

    def test_sentences_that_vary_one_scene_stay_together(self):
        groups = sources._Groups("ethics_justice_deontology")
        texts = ["Could you feed the old dog? But he is fed.", "Could you feed the old dog? But it rains.", "I am a baker in a town so I bake."]

        found = [groups.of(_row(t), t, t) for t in texts]

        self.assertEqual(found[0], found[1])
        self.assertNotEqual(found[0], found[2])

    def test_judges_who_disagree_leave_the_label_unknown_however_often_it_comes_again(self):
        rows = [sources.Row("t", "en", "s", "g", {"harm.hate": v}, key="k") for v in (1, 0, 1)]
        kept = []

        sources._merged(kept, rows, {}, set())

        self.assertEqual([r.labels for r in kept], [{}])

    def test_no_source_is_in_both_folds(self):
        self.assertFalse(sources.FOLDS["a"] & sources.FOLDS["b"])


if __name__ == "__main__":
    unittest.main()

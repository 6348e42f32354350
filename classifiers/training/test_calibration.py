"""python -m unittest: calibration, calls, fusion and figures on made-up logits."""
import tempfile
import types
import unittest
import unittest.mock

import numpy as np

import assess
import calibration
import figures
import sources
import unseen


def _made_up(n=4000, seed=1, slope=1.):
    rng = np.random.default_rng(seed)
    z = rng.normal(0, 2, n)
    y = (rng.random(n) < 1 / (1 + np.exp(-slope * z))).astype(int)
    return z, y, np.array(["a", "b", "c", "d"])[rng.integers(0, 4, n)], np.array(["en", "ja", "de", "sw"])[rng.integers(0, 4, n)]


class CalibrationTest(unittest.TestCase):
    def test_probabilities_are_near_the_truth_on_texts_that_were_not_calibrated_on(self):
        table = calibration.fit(*_made_up(slope=.5))
        z, y, _, languages = _made_up(seed=2, slope=.5)

        p, lo, hi = calibration.probabilities(table, z, languages)

        self.assertLess(np.abs(p - 1 / (1 + np.exp(-.5 * z))).mean(), .04)
        self.assertLess(figures.ece(p, y), .05)
        self.assertTrue(((lo <= p) & (p <= hi)).all())

    def test_calls_err_no_more_often_than_stated(self):
        table = calibration.fit(*_made_up(slope=2))
        z, y, _, languages = _made_up(n=20_000, seed=3, slope=2)

        p = calibration.probabilities(table, z, languages)[0]
        yes = np.array([p_ >= (calibration.of(table, k)["yes"] or 2) for p_, k in zip(p, languages)])
        no = np.array([p_ <= calibration.of(table, k)["no"] for p_, k in zip(p, languages)])

        self.assertFalse((yes & no).any())
        self.assertLess(yes[y == 0].mean(), calibration.ERROR_YES + .015)
        self.assertLess(no[y == 1].mean(), calibration.ERROR_NO + .015)

    def test_a_group_with_few_rows_takes_the_pooled_calibration(self):
        z, y, sources, languages = _made_up(400)
        languages[:] = "en"
        languages[:30] = "ja"

        table = calibration.fit(z, y, sources, languages)

        self.assertEqual(sorted(table), ["all", "en"])
        self.assertIs(calibration.of(table, "ja"), table["all"])

    def test_knots_never_fall_and_intervals_grow_with_the_distance_between_sources(self):
        z, y, sources, languages = _made_up()
        apart = np.where(sources == "a", 1 - y, y)

        same, different = (np.array(calibration.fit(z, answers, sources, languages)["all"]["knots"]) for answers in (y, apart))

        self.assertTrue((np.diff(same[:, 0]) > 0).all() and (np.diff(same[:, 1]) >= 0).all())
        self.assertGreater((different[:, 3] - different[:, 2]).mean(), (same[:, 3] - same[:, 2]).mean())


class FusionTest(unittest.TestCase):
    def test_the_better_tier_weighs_more(self):
        rng = np.random.default_rng(4)
        y = rng.integers(0, 2, 2000)
        good, bad = y * 3 - 1.5 + rng.normal(0, 1, 2000), y * .5 + rng.normal(0, 1, 2000)

        bias, first, second = assess.stack(bad, good, y)

        self.assertGreater(second, first)
        self.assertGreaterEqual(first, 0)

    def test_a_tier_that_speaks_against_the_truth_gets_no_weight(self):
        rng = np.random.default_rng(5)
        y = rng.integers(0, 2, 2000)

        _, first, second = assess.stack(-y + rng.normal(0, 1, 2000), y * 3. + rng.normal(0, 1, 2000), y)

        self.assertEqual(first, 0)
        self.assertGreater(second, 0)


class _Texts:
    """Judged texts of one label, half of them from a source of fold a."""

    def __init__(self, n, seed):
        rng = np.random.default_rng(seed)
        self.y = rng.integers(0, 2, n)
        self.source = np.where(np.arange(n) % 2, sorted(sources.FOLDS["a"])[0], "elsewhere")
        self.language, self.long = np.full(n, "en"), np.zeros(n, bool)
        self.texts = [f"text {i} of {seed}" for i in range(n)]

    def of(self, label):
        return self.y


class UnseenTest(unittest.TestCase):
    def setUp(self):
        self.data = types.SimpleNamespace(calibrating=_Texts(2000, 7), judging=_Texts(600, 8))
        self.noise = np.random.default_rng(9)

    def _logits(self, strength):
        return [(strength * (t.y * 2 - 1) + self.noise.normal(0, 1, len(t.texts)))[:, None] for t in (self.data.calibrating, self.data.judging)]

    def _scores(self, seen, unseen):
        z = self._logits(unseen)
        return assess.Scores(["harm.hate"], self._logits(seen), {"harm.hate": {"a": [part[:, 0] for part in z]}})

    def test_a_tier_that_knows_its_own_texts_by_heart_does_not_win_by_it(self):
        first, second = self._scores(1., 1.), self._scores(9., .1)
        held = self.data.calibrating.source != "elsewhere"
        odds = [[np.zeros(len(held))], [np.full(len(held), 9.)]]

        one, two, _, weights = assess._fitting_odds(self.data.calibrating, "harm.hate", first, second, odds, np.arange(len(held)), self.data.calibrating.y)

        self.assertEqual(set(two[~held]), {9.})
        self.assertLess(np.abs(two[held]).max(), 2)
        self.assertGreater(np.abs(one[held]).max(), 2)
        self.assertAlmostEqual(weights[held].sum(), weights[~held].sum())

    def test_kept_logits_come_back_and_are_refused_for_other_texts(self):
        z = self._logits(1.)
        with tempfile.TemporaryDirectory() as folder, unittest.mock.patch.object(unseen, "HERE", folder):
            unseen.keep("made_up", "a", ["harm.hate"], z, self.data)
            found = unseen.load("made_up", self.data)["harm.hate"]["a"]
            self.data.judging.texts[0] = "another"

            np.testing.assert_allclose(found[0], z[0][:, 0], rtol=1e-3, atol=1e-3)
            with self.assertRaisesRegex(ValueError, "other dev texts"):
                unseen.load("made_up", self.data)

    def test_a_classifier_without_kept_logits_has_none(self):
        self.assertEqual(unseen.load("nobody", self.data), {})


class FiguresTest(unittest.TestCase):
    def test_auroc_agrees_with_counting_pairs_and_its_interval_holds_it(self):
        rng = np.random.default_rng(6)
        y = rng.integers(0, 2, 300)
        p = np.round(np.clip(y * .2 + rng.random(300) * .8, 0, 1), 2)
        pairs = (p[y == 1][:, None] > p[y == 0]).mean() + .5 * (p[y == 1][:, None] == p[y == 0]).mean()

        found = figures.of(p, y)

        self.assertAlmostEqual(found["auroc"], pairs, places=3)
        self.assertTrue(found["auroc_ci"][0] < found["auroc"] < found["auroc_ci"][1])
        self.assertTrue(found["ece_ci"][0] <= found["ece"] <= found["ece_ci"][1])

    def test_too_few_answers_give_no_figure(self):
        self.assertNotIn("auroc", figures.of(np.linspace(0, 1, 50), np.array([1] * 5 + [0] * 45)))


if __name__ == "__main__":
    unittest.main()

"""Which labels a row of each labelled set carries. One named rule a set; a label that a rule does not return is unknown.

`direct` copies a judgement of people. Every other rule is weak: its docstring says what stands for the label. Rules read the row
as it is in the file and return {label: 0 or 1}. Those of the sets that judge harm are in rules_harm.py.
"""
from rule_words import CONTRAST, DESPAIR, FABLES, MYSTICAL, NARRATIVE, NATURE, NORMS, POLEMICS, TEACHING, TRADITION_NAMES, TRAITS
from rules_harm import (WORDING, aart, ailuminate, bengali, diasafety, direct, edos, germeval, hatemoji, hatexplain, japanese, lexicon, mlma, openai, pick,
                        plain_acts, told, worded)


def goemotions(r):
    """An emotion stands for a label; rows with none but contrasting emotions are free of it; amusement, approval and the like leave it unknown."""
    emotions = {k[8:] for k in r["labels"] if k.startswith("emotion.")}
    out = {}
    for label, emotion in (("relational.empathy", "caring"), ("virtue.humanity", "caring"), ("prosocial.gratitude", "gratitude"), ("epistemic.curiosity", "curiosity"),
                           ("relational.repair", "remorse"), ("flourishing.joy", "joy"), ("virtue.transcendence", "optimism")):
        if emotion in emotions:
            out[label] = 1
        elif emotions and emotions <= CONTRAST:
            out[label] = 0
    if "gratitude" in emotions:
        out["virtue.transcendence"] = 1
    return out


def casino(r):
    """A turn's strategies; small talk and turns without a strategy are free of all of them. Asking a preference counts as taking the other's place."""
    plain = bool({"non_strategic", "small_talk"} & r["labels"].keys())
    out = {}
    for label, keys in (("prosocial.cooperation", {"prosocial.cooperation", "prosocial.concession"}), ("virtue.justice", {"virtue.fairness"}),
                        ("relational.perspective_taking", {"relational.perspective_taking", "relational.asks_preference"}),
                        ("relational.empathy", {"relational.empathy"})):
        if keys & r["labels"].keys():
            out[label] = 1
        elif plain or "self_need" in r["labels"]:
            out[label] = 0
    return out


def traits(r):
    """A scene expresses the trait it is filed under; words for the label are 1, words for its opposite 0, all others unknown."""
    trait = r["labels"]["trait"].lower().strip(".: ")
    return {label: int(trait in good) for label, (good, bad) in TRAITS.items() if trait in good or trait in bad}


def justice_deontology(r):
    """A reasonable claim of desert or impartial treatment, a reasonable duty or excuse, against unreasonable ones."""
    return pick(r["labels"], virtue__justice="relational.reasonable_desert_or_impartiality", relational__obligation="relational.reasonable_obligation_or_exemption")


def virtuebench(r):
    """The steadfast choice against the tempting one; prudence counts as temperance and as practical wisdom, as in the four cardinal virtues."""
    out = pick(r["labels"], virtue__courage="virtue.courage", virtue__justice="virtue.justice", virtue__temperance="virtue.temperance")
    if "virtue.prudence" in r["labels"]:
        out.update(dict.fromkeys(("virtue.temperance", "virtue.wisdom"), r["labels"]["virtue.prudence"]))
    return out


PERSONA = {  # stance -> labels that agreeing shows; opposing it is 0
    "prosocial.helpful": ("prosocial.help",), "prosocial.agreeable": ("virtue.humanity",), "virtue.temperance_patience": ("virtue.temperance",),
    "epistemic.defer_experts": ("epistemic.humility",), "epistemic.openness": ("epistemic.curiosity",), "flourishing.perfectionist": ("flourishing.accomplishment",),
    "flourishing.objective.art": ("virtue.transcendence",), "harm.violence_endorse": ("harm.violence",), "harm.anti_lgbtq": ("harm.identity_attack",),
    "tradition.islam": ("virtue.transcendence",), "tradition.hinduism": ("virtue.transcendence",), "tradition.judaism": ("virtue.transcendence",),
    "tradition.buddhism": ("virtue.transcendence",), "tradition.christianity": ("virtue.transcendence",)}
PERSONA_OPPOSED = {"virtue.intemperance": ("virtue.temperance",), "flourishing.nihilism": ("flourishing.meaning",)}


def persona(r):
    """First-person stances written by a model: agreeing with the stance is 1, opposing it 0; for the opposed stances the reverse. Only at confidence .75."""
    if r["labels"]["label_confidence"] < .75:
        return {}
    out = {}
    for stance, value in r["labels"].items():
        for label in PERSONA.get(stance, ()):
            out[label] = int(value)
        for label in PERSONA_OPPOSED.get(stance, ()):
            out[label] = 1 - int(value)
    if r["labels"].get("harm.anti_immigration") == 0:
        out["harm.identity_attack"] = 0
    return out


BONDS = {"intimacy", "relationships", "parenting", "family-conflict", "marriage", "social-relationships", "relationship-dissolution"}
BODY = {"sleep-improvement", "substance-abuse", "addiction", "eating-disorders", "stress", "diagnosis"}
ALONE = {"counseling-fundamentals", "professional-ethics", "legal-regulatory"}


def counsel(r):
    """A counsellor's reply is empathy, the question asked is not. Replies on bonds or on bodily health stand for those goods against replies on the trade
    itself and on the other; a question that names suicide or self-injury expresses self-harm, replies and other questions do not."""
    reply, topic = r["labels"]["relational.support_reply"], r["labels"]["topic"]
    out = {"relational.empathy": reply, "harm.self_harm": int(reply == 0 and bool(DESPAIR.search(r["text"])))}
    if reply == 1 and topic in BONDS | BODY | ALONE:
        out["flourishing.relationships"] = int(topic in BONDS)
        out["flourishing.health"] = int(topic in BODY)
    return out


def reframing(r):
    """Restatements marked grateful or hopeful; the complaints they restate are free of both."""
    if r["labels"]["relational.positive_reframe"] == 0:
        return {"prosocial.gratitude": 0, "virtue.transcendence": 0, "flourishing.joy": 0}
    return {label: 1 for label, key in (("prosocial.gratitude", "virtue.gratitude"), ("virtue.transcendence", "pos.hope")) if r["labels"].get(key) == 1}


def politeness(r):
    """Top against bottom quarter of rated requests; none of these requests is for a crime."""
    return pick(r["labels"], prosocial__respect="prosocial.polite") | {"harm.illicit": 0, "harm.self_harm": 0, "harm.violence": 0}


def convincing(r):
    """The more convincing third of the reasons of one topic and side gives reasons, the less convincing third does not. `third` is set while reading."""
    return {"relational.disagreement": 1 - r["third"] // 2} if r["third"] != 1 else {}


def seegull(r):
    """A trait ascribed to a people that at least three of three raters know as a stereotype, against one that none does."""
    votes = r["labels"]["harm.stereotype_votes"]
    return {"counterfeit.exoticism": int(votes >= 3)} if votes >= 3 or votes == 0 else {}


def books(r):
    """What most pages of a work do stands for each page; plain fiction, travel and memoir are free of it. See the lists in rule_words.py.

    Ecological care: pages of Walden that name living nature, against such pages of naturalists. Dialogue: a page that names two traditions or more against
    one that names a single one, polemics left out.
    """
    labels, out = r["labels"], {}
    work = labels.get("work", "")
    if labels.get("ocr_noise"):
        return {}
    plain = labels.get("tradition") == "none" or work in NARRATIVE
    for label, works in (("wisdom.teaching", TEACHING), ("wisdom.proverb", FABLES), ("wisdom.norm", NORMS), ("virtue.transcendence", MYSTICAL)):
        if work in works:
            out[label] = 1
        elif plain:
            out[label] = 0
    if work in ("Seneca Dialogues", "Twenty Years at Hull-House", "Plato Dialogues"):
        out["wisdom.proverb"] = 0
    if work in ("Walden", "Origin of Species", "The Voyage of the Beagle") and NATURE.search(r["text"]):
        out["ecological.care"] = int(work == "Walden")
    if work in ("Mutual Aid", "Origin of Species"):
        out["prosocial.cooperation"] = int(work == "Mutual Aid")
    if r["lang"] == "en" and work not in POLEMICS:
        named = sum(bool(p.search(r["text"])) for p in TRADITION_NAMES.values())
        if named:
            out["wisdom.dialogue"] = int(named > 1)
    return out


RULES = {
    "aart_prompts": aart, "ailuminate_prompts": ailuminate, "anthropic_persona": persona, "bengali_hate": bengali, "casino_negotiation": casino,
    "clickbait_headlines": direct(counterfeit__sales="counterfeit.clickbait"), "cold_zh": direct(harm__hate="harm.hate", harm__toxicity="harm.hate",
                                                                                               harm__identity_attack="harm.hate"),
    "convincing_arguments": convincing, "counsel_chat": counsel, "davidson_hate_offensive": worded(direct(harm__toxicity="harm.toxicity", harm__hate="harm.hate")),
    "diasafety_replies": diasafety, "edos_sexism": edos, "empathic_reactions": direct(relational__empathy="relational.empathy"),
    "ethics_commonsense": plain_acts, "ethics_justice_deontology": justice_deontology, "ethics_virtue": traits,
    "gab_hate": worded(direct(harm__toxicity="harm.toxicity", harm__hate="harm.hate", harm__threat="harm.threat", harm__identity_attack="harm.dignity_assault")),
    "germeval18_de": germeval, "goemotions": goemotions, "hatemoji_adversarial": hatemoji, "hatexplain_part": worded(hatexplain),
    "identity_mentions_benign": lambda r: dict.fromkeys(WORDING, 0),
    "implicit_hate_positives": lambda r: {"harm.hate": 1, "harm.identity_attack": 1}, "iwg_refugees_de": direct(harm__hate="harm.hate", harm__identity_attack="harm.hate"),
    "japanese_toxic": japanese, "jcm_ja_morality": plain_acts,
    "kmhas_ko": direct(harm__toxicity="harm.toxicity", harm__hate="harm.hate", harm__identity_attack="harm.hate"),
    "korean_hate": direct(harm__toxicity="harm.toxicity", harm__hate="harm.hate"), "ldnoobw_lexicon": lexicon, "mlma_hate_ar_en_fr": mlma,
    "openai_moderation": openai, "paradetox_en": worded(direct(harm__toxicity="harm.toxicity")),
    "perspectrum_stances": lambda r: {"relational.disagreement": int(r["labels"]["stance"] == "UNDERMINE")},
    "positive_reframing": reframing, "seegull": seegull, "stanford_politeness": politeness,
    "stormfront_hate": direct(harm__hate="harm.hate", harm__identity_attack="harm.hate"), "surge_profanity_lexicon": lexicon,
    "surge_toxicity": worded(direct(harm__toxicity="harm.toxicity")), "szeged_uncertainty": direct(epistemic__uncertainty="epistemic.hedge"), "told_br_pt": told,
    "toxic_spans": worded(direct(harm__toxicity="harm.toxicity")), "toxigen_prompts": direct(harm__hate="harm.hate", harm__identity_attack="harm.dehumanization"),
    "tradition_weak": books, "tradition_works": books,
    "valueeval23_schwartz": direct(epistemic__humility="schwartz.Humility", flourishing__accomplishment="schwartz.Achievement",
                                   ecological__care="schwartz.Universalism: nature", autonomy__support="schwartz.Self-direction: action",
                                   prosocial__help="schwartz.Benevolence: caring", virtue__humanity="schwartz.Benevolence: caring"),
    "virtuebench2": virtuebench,
}

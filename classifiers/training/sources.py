"""Which labels each labelled set carries, which rows belong together, and which part of the data a row falls in.

A label that a row does not carry is unknown, never negative. The one exception is the pool of ordinary text (encyclopedia,
papers, books): it is presumed free of a label where `presumed_negative` says so, and no figure is taken on it.
"""
import gzip
import hashlib
import json
import os
import re
import unicodedata
from dataclasses import dataclass, field

import numpy as np

import features

CONTRAST = {"anger", "annoyance", "disgust", "disappointment", "fear", "nervousness", "embarrassment", "neutral", "realization"}
KIND = {"generous", "caring", "forgiving", "helpful", "selfless", "empathetic", "humane", "benevolent", "charitable", "merciful",
        "compassionate", "generosity", "kindness", "kind", "goodwill", "altruistic", "good-hearted", "considerate", "friendly"}
UNKIND = {"selfish", "callous", "unfriendly", "unforgiving", "malice", "meanness", "spiteful", "merciless", "pitiless", "coldhearted",
          "cruel", "abusive", "stinginess", "rude", "ruthless", "unhelpful", "aggressive", "insulting", "egocentric"}
BRAVE = {"heroic", "courage", "bold", "brave", "courageous", "boldness", "forthright", "candid", "adventurous"}
TIMID = {"coward", "timidity", "cowardice", "timid", "cold feet", "faintheartedness", "shy", "cowardly", "scared"}
TEMPERATE = {"patient", "modest", "modesty", "humble", "humility", "calm", "prudent", "frugal", "sober", "patience", "balanced"}
INTEMPERATE = {"gluttonous", "self-indulgence", "over-indulgence", "boastful", "lustful", "rashness", "conceit", "furious",
               "extravagant with money", "arrogant", "prideful", "ill temper", "angry", "licentious", "hedonistic"}
HARM_HAZARDS = {"harm.sexual": {"harm.sexual", "harm.sexual_crime"}, "harm.self_harm": {"harm.selfharm"},
                "harm.violence": {"harm.violence", "harm.illicit_weapons"},
                "harm.illicit": {"harm.illicit", "harm.illicit_weapons"}}


@dataclass
class Row:
    text: str
    language: str
    source: str
    group: str
    labels: dict
    part: str = ""
    key: str = field(default="", repr=False)


def _pick(labels, **wanted):
    return {name.replace("__", "."): int(labels[key] > 0) for name, key in wanted.items() if key in labels}


def _direct(**wanted):
    return lambda r: _pick(r["labels"], **wanted)


def _goemotions(r):
    emotions = {k[8:] for k in r["labels"] if k.startswith("emotion.")}
    out = {}
    for name, emotion in (("relational.empathy", "caring"), ("prosocial.gratitude", "gratitude"), ("epistemic.curiosity", "curiosity"),
                          ("relational.repair", "remorse"), ("flourishing.joy", "joy")):
        if emotion in emotions:
            out[name] = 1
        elif emotions and emotions <= CONTRAST:
            out[name] = 0
    return out


def _casino(r):
    plain = bool({"non_strategic", "small_talk"} & r["labels"].keys())
    out = {}
    for name, key in (("prosocial.cooperation", "prosocial.cooperation"), ("relational.perspective_taking", "relational.perspective_taking"),
                      ("relational.empathy", "relational.empathy"), ("virtue.justice", "virtue.fairness")):
        if key in r["labels"]:
            out[name] = 1
        elif plain:
            out[name] = 0
    return out


def _virtue_traits(r):
    trait, out = r["labels"]["trait"].lower(), {}
    for name, good, bad in (("virtue.humanity", KIND, UNKIND), ("virtue.courage", BRAVE, TIMID), ("virtue.temperance", TEMPERATE, INTEMPERATE)):
        if trait in good or trait in bad:
            out[name] = int(trait in good)
    return out


def _requests(r):
    return {name: int(any(r["labels"].get(k) == 1 for k in keys)) for name, keys in HARM_HAZARDS.items()}


def _told(r):
    out = _pick(r["labels"], harm__toxicity="harm.toxicity", harm__hate="harm.hate")
    if r["labels"].get("votes.insult", 0) >= 2:
        out["harm.insult"] = 1
    elif r["labels"].get("harm.toxicity") == 0:
        out["harm.insult"] = 0
    return out


def _germeval(r):
    out = _pick(r["labels"], harm__toxicity="harm.toxicity", harm__hate="harm.hate")
    if r["labels"]["fine"] in ("INSULT", "OTHER"):
        out["harm.insult"] = int(r["labels"]["fine"] == "INSULT")
    return out


def _hatexplain(r):
    out = _pick(r["labels"], harm__toxicity="harm.toxicity", harm__hate="harm.hate")
    out["harm.identity_attack"] = int(r["labels"]["harm.hate"] == 1 and any(k.startswith("target.") for k in r["labels"]))
    return out


def _weak_books(r):
    work, out = r["labels"].get("work", ""), {}
    if r["labels"].get("wisdom.contemplative") == 1 and not r["labels"].get("ocr_noise"):
        out["wisdom.teaching"] = 1
    if work in ("Aesop (Jacobs)", "Myths and Legends of the Sioux", "Philippine Folk Tales (Cole)", "Origin of Species", "Souls of Black Folk"):
        out["wisdom.teaching"] = 0
    if work in ("Walden", "Origin of Species"):
        out["ecological.care"] = int(work == "Walden")
    return out


def _works(r):
    plain = r["labels"].get("tradition") == "none" or r["labels"].get("work") in ("The Voyage of the Beagle", "Facundo (Sarmiento)")
    return {"wisdom.teaching": 0} if plain else {}


RULES = {
    "davidson_hate_offensive": _direct(harm__toxicity="harm.toxicity", harm__hate="harm.hate"),
    "gab_hate": _direct(harm__toxicity="harm.toxicity", harm__hate="harm.hate", harm__threat="harm.threat", harm__identity_attack="harm.dignity_assault"),
    "hatexplain_part": _hatexplain,
    "identity_mentions_benign": _direct(harm__toxicity="harm.toxicity", harm__hate="harm.hate"),
    "japanese_toxic": _direct(harm__toxicity="harm.toxicity"),
    "kmhas_ko": lambda r: _pick(r["labels"], harm__toxicity="harm.toxicity", harm__hate="harm.hate", harm__identity_attack="harm.hate"),
    "korean_hate": _direct(harm__toxicity="harm.toxicity", harm__hate="harm.hate"),
    "mlma_hate_ar_en_fr": _direct(harm__toxicity="harm.toxicity", harm__hate="harm.hate"),
    "paradetox_en": _direct(harm__toxicity="harm.toxicity"),
    "surge_toxicity": _direct(harm__toxicity="harm.toxicity"),
    "told_br_pt": _told,
    "germeval18_de": _germeval,
    "cold_zh": _direct(harm__hate="harm.hate"),
    "stormfront_hate": _direct(harm__hate="harm.hate"),
    "edos_sexism": _direct(harm__hate="harm.hate_sexism", harm__threat="harm.threat"),
    "hatemoji_adversarial": _direct(harm__hate="harm.hate", harm__threat="harm.threat"),
    "toxigen_prompts": _direct(harm__hate="harm.hate", harm__identity_attack="harm.dehumanization"),
    "implicit_hate_positives": _direct(harm__hate="harm.hate"),
    "iwg_refugees_de": _direct(harm__hate="harm.hate"),
    "openai_moderation": _direct(harm__hate="harm.hate", harm__sexual="harm.sexual", harm__self_harm="harm.selfharm", harm__violence="harm.violence",
                                 harm__threat="harm.threat_hate"),
    "ailuminate_prompts": _requests,
    "aart_prompts": lambda r: {"harm.illicit": int(r["labels"].get("harm.illicit") == 1), "harm.violence": int(r["labels"].get("harm.violence") == 1)},
    "goemotions": _goemotions,
    "casino_negotiation": _casino,
    "empathic_reactions": _direct(relational__empathy="relational.empathy"),
    "counsel_chat": _direct(relational__empathy="relational.support_reply"),
    "positive_reframing": lambda r: {"prosocial.gratitude": 1} if r["labels"].get("virtue.gratitude") == 1 else (
        {"prosocial.gratitude": 0} if r["labels"]["relational.positive_reframe"] == 0 else {}),
    "stanford_politeness": _direct(prosocial__respect="prosocial.polite"),
    "szeged_uncertainty": _direct(epistemic__uncertainty="epistemic.hedge"),
    "perspectrum_stances": lambda r: {"relational.disagreement": int(r["labels"]["stance"] == "UNDERMINE")},
    "valueeval23_schwartz": _direct(epistemic__humility="schwartz.Humility", flourishing__accomplishment="schwartz.Achievement",
                                    ecological__care="schwartz.Universalism: nature", autonomy__support="schwartz.Self-direction: action",
                                    prosocial__help="schwartz.Benevolence: caring"),
    "virtuebench2": _direct(virtue__courage="virtue.courage", virtue__justice="virtue.justice", virtue__temperance="virtue.temperance"),
    "ethics_virtue": _virtue_traits,
    "anthropic_persona": _direct(prosocial__help="prosocial.helpful", virtue__temperance="virtue.temperance_patience"),
    "clickbait_headlines": _direct(counterfeit__sales="counterfeit.clickbait"),
    "tradition_weak": _weak_books,
    "tradition_works": _works,
}

HELD_OUT = {  # sources that the model behind the out-of-source figures never sees
    "harm.toxicity": {"surge_toxicity", "hatexplain_part", "mlma_hate_ar_en_fr", "japanese_toxic", "korean_hate"},
    "harm.hate": {"hatexplain_part", "stormfront_hate", "mlma_hate_ar_en_fr", "korean_hate", "iwg_refugees_de"},
    "harm.insult": {"told_br_pt"},
    "harm.threat": {"gab_hate", "openai_moderation"},
    "harm.identity_attack": {"hatexplain_part", "toxigen_prompts"},
    "harm.sexual": {"openai_moderation"}, "harm.self_harm": {"openai_moderation"}, "harm.violence": {"openai_moderation"},
    "harm.illicit": {"ailuminate_prompts"},
    "relational.empathy": {"empathic_reactions", "casino_negotiation"},
    "prosocial.gratitude": {"positive_reframing"},
    "epistemic.uncertainty": {"szeged_uncertainty/bio_hbc"},
    "ecological.care": {"tradition_weak"},
    "prosocial.help": {"anthropic_persona"},
    "virtue.justice": {"casino_negotiation"}, "virtue.courage": {"ethics_virtue"}, "virtue.temperance": {"anthropic_persona"},
}


def presumed_negative(label, source):
    """Whether ordinary text of `source` is taken as free of `label` while training."""
    if source.startswith("szeged_uncertainty"):
        return label != "epistemic.uncertainty"
    return source == "tradition_works" and label.startswith("harm.") and label != "harm.violence"


def normalized(text):
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", text).lower()).strip() or text


def digest(text):
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _group(name, r, position):
    labels = r["labels"]
    for key in ("pair", "claim_id", "work"):
        if key in labels:
            return f"{name}:{key}:{labels[key]}" if name != "tradition_works" or "UDHR" not in str(labels[key]) else "udhr"
    return position


def _twins(rows):
    """Union of rows of one set that share two of twelve smallest word hashes, so that a paraphrase stays with its original."""
    parent = list(range(len(rows)))

    def find(i):
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i
    factors = np.array([2 * k * 0x9E3779B1 + 0x85EBCA6B for k in range(12)], dtype=np.uint64)
    seen = {}
    with np.errstate(over="ignore"):
        for i, row in enumerate(rows):
            words = features._words(features.code_points(row.text))
            if len(words) == 0:
                continue
            smallest = features.mix(words[None, :] * factors[:, None]).min(1)
            for band in range(6):
                j = seen.setdefault((band, smallest[2 * band], smallest[2 * band + 1]), i)
                parent[find(i)] = find(j)
    for i, row in enumerate(rows):
        row.group = f"{row.source}:twin:{find(i)}"


def _read(path, name):
    rows, rule, pair = [], RULES[name], ""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for position, line in enumerate(lines):
            r = json.loads(line)
            labels = rule(r)
            neutral = name == "szeged_uncertainty" or (name == "tradition_works" and r["lang"] != "und")
            if not labels and not neutral:
                continue
            text = unicodedata.normalize("NFC", r["text"])
            if name == "paradetox_en" and labels["harm.toxicity"] == 1:
                pair = normalized(text)
            group = _group(name, r, digest(normalized(text))) if name != "paradetox_en" else "paradetox:" + pair
            source = f"{name}/{r['labels']['genre']}" if name == "szeged_uncertainty" else name
            rows.append(Row(text, r["lang"], source, group, labels, key=digest(normalized(text))))
    if name in ("hatemoji_adversarial", "toxigen_prompts"):
        _twins(rows)
    return rows


def _part(group):
    value = int(digest("split-7:" + group)[:8], 16) / 2 ** 32
    return "train" if value < .7 else "calibration" if value < .85 else "dev"


def load(folder, cap, log=print):
    """Rows of all sets, at most `cap` a set chosen by hash, without repeats, each with its part; and what was read."""
    kept, by_key, read = [], {}, {}
    for name in sorted(RULES):
        path = os.path.join(folder, name + ".jsonl.gz")
        with open(path, "rb") as f:
            sha = hashlib.sha256(f.read()).hexdigest()
        rows = sorted(_read(path, name), key=lambda row: digest("cap:" + row.key))[:cap]
        for row in rows:
            twin = by_key.get(row.key)
            if twin is None:
                by_key[row.key] = row
                kept.append(row)
                continue
            for label, value in row.labels.items():  # judges who disagree leave the label unknown
                if twin.labels.setdefault(label, value) != value:
                    del twin.labels[label]
        read[name] = {"sha256": sha, "rows_used": len(rows)}
    groups = {row.group for row in kept}
    part = {group: _part(group) for group in groups}
    for row in kept:
        row.part = part[row.group]
    log(f"{len(kept)} rows of {len(read)} sets")
    return kept, read

"""Rules of the sets that judge harm; see rules.py."""
from rule_words import INJURY, INSULT, THREAT

WORDING = ("harm.toxicity", "harm.insult", "harm.hate", "harm.identity_attack", "harm.threat", "harm.sexual")


def pick(labels, **wanted):
    return {name.replace("__", "."): int(labels[key] > 0) for name, key in wanted.items() if key in labels}


def direct(**wanted):
    return lambda r: pick(r["labels"], **wanted)


def _with_wording(out, r):
    """Second-person insults and threats: the pattern on a text judged toxic is 1, a text judged not toxic is 0, the rest unknown."""
    if r["lang"] == "en" and "harm.toxicity" in out:
        for label, pattern in (("harm.insult", INSULT), ("harm.threat", THREAT)):
            if out["harm.toxicity"] == 0:
                out.setdefault(label, 0)
            elif pattern.search(r["text"]):
                out.setdefault(label, 1)
    return out


def worded(rule):
    return lambda r: _with_wording(rule(r), r)


HAZARDS = {"harm.sexual": {"harm.sexual", "harm.sexual_crime"}, "harm.self_harm": {"harm.selfharm"},
           "harm.violence": {"harm.violence"}, "harm.illicit": {"harm.illicit", "harm.illicit_weapons"}}
CLEAR_OF = {"harm.sexual": {"dfm", "prv", "ipv", "iwp", "ssh"}, "harm.self_harm": {"dfm", "prv", "ipv", "src", "iwp", "ncr", "vcr"},
            "harm.violence": {"dfm", "prv", "ipv", "sxc_prn", "ssh"}, "harm.illicit": {"dfm", "ssh", "sxc_prn", "hte"}}


def ailuminate(r):
    """A request under a hazard is an instance of it; requests under hazards that cannot hold it are free of it; near hazards leave it unknown."""
    out = {}
    for label, keys in HAZARDS.items():
        if any(r["labels"].get(k) == 1 for k in keys):
            out[label] = 1
        elif r["labels"]["hazard"] in CLEAR_OF[label]:
            out[label] = 0
    if r["labels"]["hazard"] == "hte":
        out["harm.hate"] = 1
    return out


HARMLESS_TOPICS = {"horse racing", "air pollution", "landfills", "circuses", "climate change", "pollution", "smoking", "gambling", "water contamination"}
CRIMES = {"robbery", "pyramid schemes", "ponzi schemes", "arson", "embezzlement", "money laundering", "hijackings", "tax evasion", "kidnapping",
          "kidnappings", "burglary", "shoplifting", "bombings", "vandalism", "illegal dumping", "assassinations", "migrant smuggling"}
VIOLENT_TOPICS = {"murder", "bombings", "assassinations", "assault", "violence", "domestic violence", "terrorism", "rape", "kidnapping", "kidnappings"}


def aart(r):
    """The topic word of a request: crimes are illicit and violent ones violence; topics that break no law are free of both."""
    topic = r["labels"]["topic_harm"]
    out = {}
    if r["labels"].get("harm.illicit") == 1 or topic in CRIMES:
        out["harm.illicit"] = 1
    if r["labels"].get("harm.violence") == 1 or topic in VIOLENT_TOPICS:
        out["harm.violence"] = 1
    if topic in HARMLESS_TOPICS:
        out.update({"harm.illicit": 0, "harm.violence": 0, "harm.self_harm": 0, "harm.sexual": 0})
    return out


def told(r):
    """Two votes make an insult; identity attack from two votes for racism, xenophobia, homophobia or misogyny."""
    votes = r["labels"]
    out = pick(votes, harm__toxicity="harm.toxicity", harm__hate="harm.hate")
    if votes.get("votes.insult", 0) >= 2:
        out["harm.insult"] = 1
    elif votes.get("harm.toxicity") == 0:
        out["harm.insult"] = 0
    if any(votes.get("votes." + k, 0) >= 2 for k in ("racism", "xenophobia", "homophobia", "misogyny")):
        out["harm.identity_attack"] = 1
    elif votes.get("harm.toxicity") == 0:
        out["harm.identity_attack"] = 0
    return out


def germeval(r):
    """The fine class: INSULT is insult, ABUSE (of a person for a group) identity attack, OTHER neither."""
    out = pick(r["labels"], harm__toxicity="harm.toxicity", harm__hate="harm.hate")
    for label, fine in (("harm.insult", "INSULT"), ("harm.identity_attack", "ABUSE")):
        if r["labels"]["fine"] in (fine, "OTHER"):
            out[label] = int(r["labels"]["fine"] == fine)
    return out


def hatexplain(r):
    """Hate with a named target is an identity attack."""
    out = pick(r["labels"], harm__toxicity="harm.toxicity", harm__hate="harm.hate")
    out["harm.identity_attack"] = int(r["labels"]["harm.hate"] == 1 and any(k.startswith("target.") for k in r["labels"]))
    return out


def mlma(r):
    """Hate at an origin, religion, gender, orientation or disability is an identity attack; what is not toxic is none."""
    out = pick(r["labels"], harm__toxicity="harm.toxicity", harm__hate="harm.hate")
    if r["labels"]["harm.hate"] == 1 and r["labels"].get("target") not in (None, "other"):
        out["harm.identity_attack"] = 1
    elif r["labels"]["harm.toxicity"] == 0:
        out["harm.identity_attack"] = 0
    return out


def edos(r):
    """Sexist hate; threats and incitement by category; derogation of women as such (vectors 2.1, 2.3, 4.1) is an identity attack, gendered slurs (3.1) insult."""
    vector = r["labels"]["vector"][:3]
    out = pick(r["labels"], harm__hate="harm.hate_sexism", harm__threat="harm.threat")
    if vector in ("1.2", "2.1", "2.2", "2.3", "4.1"):
        out["harm.identity_attack"] = 1
    elif vector == "non":
        out["harm.identity_attack"] = 0
    if vector == "3.1":
        out["harm.insult"] = 1
    return out


def hatemoji(r):
    """Threat as judged; hate at a named group is an identity attack."""
    return pick(r["labels"], harm__hate="harm.hate", harm__threat="harm.threat", harm__identity_attack="harm.hate")


def bengali(r):
    """All rows are hateful, so neither hate nor insult can be learned from them; hate at a faith or country is an identity attack, hate at a person is not."""
    target = r["labels"]["target"]
    return {"harm.identity_attack": int(target != "Personal")} if target in ("Religious", "Geopolitical", "Personal") else {}


def openai(r):
    """As judged; harassment, which is aimed at a person, stands for insult."""
    return pick(r["labels"], harm__hate="harm.hate", harm__sexual="harm.sexual", harm__self_harm="harm.selfharm", harm__violence="harm.violence",
                 harm__threat="harm.threat_hate", harm__insult="harm.harassment")


def japanese(r):
    """Toxicity by majority; the harassment category is insult."""
    out = pick(r["labels"], harm__toxicity="harm.toxicity")
    if "category.harassment" in r["labels"]:
        out["harm.insult"] = 1
    elif out.get("harm.toxicity") == 0:
        out["harm.insult"] = 0
    return out


def diasafety(r):
    """Only the category of replies that offend the other speaker: harassment is toxic and an insult. The text kept is the reply (see `replies`)."""
    return pick(r["labels"], harm__toxicity="harm.harassment", harm__insult="harm.harassment")


def plain_acts(r):
    """Constructed sentences about everyday acts hold no toxic, hateful or sexual wording, right or wrong. A wrong act of bodily injury is violence."""
    out = dict.fromkeys(WORDING, 0)
    if r["lang"] == "en":
        if r["labels"]["moral.wrong"] == 1 and INJURY.search(r["text"]):
            out["harm.violence"] = 1
        elif r["labels"]["moral.wrong"] == 0 and not INJURY.search(r["text"]):
            out["harm.violence"] = 0
    return out


def lexicon(r):
    """A listed word is toxic wording; trained on, never judged by: the lists have no negatives."""
    out = {"harm.toxicity": 1}
    if r["labels"].get("category", "").startswith("sexual anatomy") and r["labels"].get("severity", 0) >= 1.5:
        out["harm.sexual"] = 1
    return out

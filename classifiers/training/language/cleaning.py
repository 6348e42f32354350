"""Rules for language codes and for what is prose in a translated string; nothing here looks at a language's words."""
import html
import re

ALIAS = {
    "no": "nb", "iw": "he", "in": "id", "ji": "yi", "fil": "tl", "mo": "ro", "kmr": "ku", "prs": "fa", "pes": "fa",
    "swh": "sw", "swc": "sw", "als": "gsw", "simple": "en", "c": "en", "cmn": "zh", "pan": "pa", "ekk": "et",
    "lvs": "lv", "tw": "ak", "fat": "ak", "npi": "ne", "ory": "or", "azj": "az", "uzn": "uz", "khk": "mn",
    "bcc": "bal", "be-tarask": "be", "be-x-old": "be", "zh-min-nan": "nan", "zh-yue": "yue", "zh-classical": "lzh",
    "bat-smg": "sgs", "fiu-vro": "vro", "roa-rup": "rup", "cbk-zam": "cbk", "map-bms": "bms", "zh-hk": "zh",
    "gug": "gn", "plt": "mg", "arb": "ar", "ydd": "yi", "als-tosk": "sq", "gaz": "om", "kng": "kg", "quz": "qu",
    "nob": "nb", "nno": "nn", "src": "sc", "tgl": "tl", "zsm": "ms", "als-alban": "sq", "bug-bugi": "bug",
}
SKIP = {"qqq", "qqx", "qqq-x", "en-x", "sh", "x", "zxx", "mul", "und", "shared", "main", "all", "cel", "nah-x", "roa"}

PLACES = re.compile(
    r"\$\{[^}]*\}|\{\{[^}]*\}\}|\{[^}]*\}|%\([^)]*\)[a-zA-Z]|%[-+0-9.#$lhz]*[a-zA-Z]|%%|%\d+|\$\d+|\$\w+|\\[nrt]|\[\[([^]|]*\|)?")
TAG = re.compile(r"<[^>]{0,400}>")
URL = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|/?\w+(?:/\w+)+/?|--?[a-z][\w-]*|\b\w+\(\)|\b\w+_\w+\b")
ACCELERATOR = re.compile(r"(?<!\s)[_&~](?=\w)|(?<=\s)[_&~](?=\w)|^[_&~](?=\w)|\([A-Z]\)")
SPACE = re.compile(r"\s+")
CODE = re.compile(r"[=;{}\\]{2}|[|<>]{2}|::|\w\.\w+\(|^\W*$")


def language(code):
    """The tag that the model uses for `code` of a package, or the empty string where it names no one language."""
    code = code.lower().replace("_", "-").split(".")[0]
    if "ijekavian" in code:  # Serbian of Bosnia and Montenegro, which no one tag of ours names
        return ""
    base = code.split("@")[0]
    if base in SKIP:
        return ""
    if base in ALIAS:
        return ALIAS[base]
    primary = base.split("-")[0]
    if primary in SKIP or not re.fullmatch(r"[a-z]{2,3}", primary):
        return ""
    return ALIAS.get(primary, primary)


def text(string):
    """The prose of a translated string, without places, markup and accelerators; empty where little is left."""
    string = html.unescape(html.unescape(TAG.sub(" ", string)))
    string = TAG.sub(" ", string).replace("'''", "").replace("''", "").replace("]]", " ")
    string = PLACES.sub(" ", URL.sub(" ", string)).replace("|", " ")
    string = SPACE.sub(" ", ACCELERATOR.sub("", string)).strip()
    letters = sum(c.isalpha() for c in string)
    return string if letters >= 4 and letters * 2 > len(string) and not CODE.search(string) else ""

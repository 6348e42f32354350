"""Builds samples/folder, samples/evaluation and samples/stream from the texts beside it.

Usage: python make.py [--with-doc]
The legacy Word file needs LibreOffice (soffice); without --with-doc the committed one is left as it is.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import archives as a
import broken
import office
from pdf import pdf
from stream import evaluation, messages
from texts import jaccard, read_texts

SAMPLES = Path(__file__).resolve().parent.parent
FOLDER = SAMPLES / "folder"
DOC = "traditions/secular_humanist/doubt.doc"
PAGES = "https://verein.example.org/linde", "https://gorod.example.org/poezd", "https://clay.example.org/nettles"

EDITS = {
    "en_tool_library": {"two hundred and forty tools": "two hundred and sixty tools", "twelve pounds": "fifteen pounds",
                        "a brass sextant": "an old sextant"},
    "stoic_morning": {"five minutes": "ten minutes", "with your tea": "with your coffee"},
    "es_panaderia": {"once días": "doce días", "una galleta": "un bollo"},
    "ru_masterskaya": {"Через десять минут": "Через пятнадцать минут"},
}
STOIC_AGAIN = {"In the evening look over the day as a fair judge would, neither harsh nor flattering, and let it go.":
               "In the evening look back over the day as a fair judge would, and let it go."}
TRADITION_NOTES = {
    "stoic": {"stoic_morning": "morning.txt", "stoic_cup": "cup.md"},
    "buddhist": {"buddhist_breath": "breath.txt"},
    "christian": {"christian_washing": "washing.txt", "quaker_silence": "silence.md"},
    "jewish": {"jewish_sabbath": "sabbath.md"},
    "islamic": {"islamic_neighbour": "neighbours.txt", "ar_islamic": "ar_sheikh.txt"},
    "sikh": {"sikh_langar": "langar.txt"},
    "confucian": {"confucian_tea": "tea.txt", "zh_rujia": "zh_writing.txt"},
    "daoist": {"daoist_ferryman": "ferryman.txt"},
    "ubuntu": {"ubuntu_meeting": "meeting.txt"},
    "indigenous": {"indigenous_river": "salmon.txt"},
    "secular_humanist": {"humanist_funeral": "celebrant.txt", "fr_grandpere": "fr_watches.txt"},
}
TEST_TEXT = {
    "harm": {"harm_insult": "insult.txt", "harm_prejudice": "prejudice.txt", "harm_threat": "threat.md",
             "harm_bullying_es": "bullying_es.txt"},
    "counterfeit": {"counterfeit_moralizing": "moralizing.txt", "counterfeit_flattery": "flattery.txt",
                    "counterfeit_positivity": "toxic_positivity.txt", "counterfeit_exoticism": "exoticism.txt"},
    "testimony": {"testimony_school": "school.txt", "testimony_history": "shop.txt", "counter_speech": "counter_speech.txt",
                  "medical_self_harm": "suicide_help.txt", "medical_body": "clinic_leaflet.txt"},
    "personal_data": {"personal_data_letter": "minutes.txt", "personal_data_de": "notice_de.txt"},
}


def written(text, name, note):
    content = text.with_note() if note else text.plain()
    return ("# " + content if name.endswith(".md") else content).encode("utf-8")


def web(t):
    return {
        "en_tool_library.html": a.html(t["en_tool_library"], "gazette_en"),
        "es_panaderia.html": a.html(t["es_panaderia"], "barrio_es"),
        "fr_bibliotheque.html": a.html(t["fr_bibliotheque"], "ville_fr"),
        "de_reparatur.html": a.html(t["de_reparatur"], "verein_de"),
        "ar_souq.html": a.html(t["ar_souq"], "hayy_ar", "windows-1256"),
        "hi_barish.html": a.html(t["hi_barish"], "mohalla_hi"),
        "ja_tofu.html": a.html(t["ja_tofu"], "shotengai_ja", "Shift_JIS"),
    }


def notes(t):
    return {
        "market.txt": t["en_market"].plain().encode(),
        "bicycle.md": written(t["en_bicycle"], "bicycle.md", True),
        "es_acequia_latin1.txt": t["es_huerta"].with_note().encode("iso-8859-1"),
        "pl_jablka_windows1250.txt": t["pl_jablka"].with_note().encode("windows-1250"),
        "ru_masterskaya_utf16.txt": t["ru_masterskaya"].with_note().encode("utf-16"),
        "ko_jangdok.txt": t["ko_jangdok"].with_note().encode(),
        "yo_oja.md": written(t["yo_oja"], "yo_oja.md", True),
        "zh_xiangzi.txt.zst": a.zst(t["zh_xiangzi"].with_note().encode()),
        "pt_avo.docx": office.docx(t["pt_avo"]),
        "es_refranes.rtf": office.rtf(t["es_refranes"]),
    }


def books(t):
    return {
        "night_bus.pdf": pdf(t["en_night_bus"]),
        "three_cooks.pdf": pdf(t["interfaith_kitchen"]),
        "kitchen_and_shore.epub": office.epub("Kitchen and Shore", "en", [
            t[n] for n in ("en_well_pump", "en_grandmother", "en_library", "en_bread", "en_thermometer", "en_tides")]),
        "sw_methali_tei.xml": a.tei(t["sw_methali"]),
        "letters.xml": a.letters_xml([t["id_nelayan"]]),
    }


def records(t):
    rows = [a.row(t[n]) for n in ("proverbs_weather", "proverbs_kitchen", "hi_kahavat", "ar_amthal", "tr_atasozu")]
    lessons = [a.row(t["question_lesson"], full=True), a.row(t["jain_broom"]), a.row(t["fr_fourmis"])]
    letters = [a.row(t[n]) for n in ("proverbs_road", "ja_jinja", "jewish_study", "zh_daojia", "hindu_courtyard")]
    return {
        "proverbs.jsonl": a.json_lines(rows + [a.row(t["en_market"], full=True)]),
        "notices.jsonl.gz": a.gz(a.json_lines([a.row(t["garden_note"], full=True), a.row(t["bahai_consult"])])),
        "lessons.json": a.json_array(lessons),
        "letters.parquet": a.parquet(letters),
    }


def crawl(t):
    pages = (a.html(t["de_streit"], "verein_de"), a.html(t["ru_poezd"], "gorod_ru", "windows-1251"),
             a.html(t["en_allotment"], "blog_en"))
    charsets = ("utf-8", "windows-1251", "utf-8")
    return {
        "crawl.warc.gz": a.warc(list(zip(PAGES, pages, charsets))),
        "crawl.wet.gz": a.wet([t[n] for n in ("id_gotong", "pt_feira", "sw_kisima", "ru_pravoslavie")]),
    }


def traditions(t):
    out = {f"{folder}/{name}": written(t[text], name, True)
           for folder, files in TRADITION_NOTES.items() for text, name in files.items()}
    out["buddhist/almsround.txt.gz"] = a.gz(t["buddhist_almsround"].with_note().encode())
    out["christian/pantry.docx"] = office.docx(t["christian_pantry"])
    out["christian/es_promesa.odt"] = office.odt(t["es_catolica"])
    out["christian/de_orgel.rtf"] = office.rtf(t["de_protestantisch"])
    out["hindu/hi_dadi.docx"] = office.docx(t["hi_dadi"])
    return out


def test_text(t):
    out = {f"{folder}/{name}": written(t[text], name, False)
           for folder, files in TEST_TEXT.items() for text, name in files.items()}
    out["counterfeit/sales.html"] = a.html(t["counterfeit_sales"], "gazette_en")
    out.update({"broken_text/" + name: data for name, data in broken.broken_text(t).items()})
    edited = {name: t[name].edited(edits) for name, edits in EDITS.items()}
    again = t["stoic_morning"].edited(STOIC_AGAIN)
    for copy, name in [(edited[n], n) for n in EDITS] + [(again, "stoic_morning")]:
        if jaccard(copy, t[name]) <= 0.85:
            raise ValueError(f"{copy.id}: Jaccard {jaccard(copy, t[name]):.3f} is not above 0.85")
    out["duplicates/near_tool_library.txt"] = edited["en_tool_library"].plain().encode()
    out["duplicates/near_stoic_morning.md"] = written(edited["stoic_morning"], ".md", False)
    out["duplicates/near_stoic_morning_again.odt"] = office.odt(again)
    out["duplicates/near_panaderia.rtf"] = office.rtf(edited["es_panaderia"])
    out["duplicates/near_masterskaya.txt.zst"] = a.zst(edited["ru_masterskaya"].plain().encode())
    out["duplicates/exact_market.txt.gz"] = a.gz(t["en_market"].plain().replace("\n", "\r\n").encode())
    out["duplicates/exact_lesson.txt"] = t["question_lesson"].plain().encode()
    out["duplicates/exact_garden_note.txt.zst"] = a.zst(t["garden_note"].plain().encode())
    return out


def withdrawn(t):
    return {"moving.txt": t["en_moving"].with_note().encode(), "tr_cay.docx": office.docx(t["tr_cay"])}


def legacy_word(text, target):
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source.rtf"
        source.write_bytes(office.rtf(text))
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "doc:MS Word 97",
                   "--outdir", folder, str(source)]
        subprocess.run(command, check=True)
        shutil.copy(source.with_suffix(".doc"), target)


def main():
    t = read_texts()
    parts = {"web": web, "notes": notes, "books": books, "records": records, "archives": crawl,
             "traditions": traditions, "test_text": test_text, "withdrawn": withdrawn, "broken": broken.broken}
    for part, make in parts.items():
        for name, data in make(t).items():
            path = FOLDER / part / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    if "--with-doc" in sys.argv:
        legacy_word(t["humanist_doubt"], FOLDER / DOC)
    for path, data in {"evaluation/questions.jsonl": evaluation(t), "stream/messages.jsonl": messages(t)}.items():
        (SAMPLES / path).parent.mkdir(exist_ok=True)
        (SAMPLES / path).write_bytes(data)


if __name__ == "__main__":
    main()

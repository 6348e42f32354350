"""Reads the bundles of source texts: each text has an id, a language, a title and paragraphs."""

from dataclasses import dataclass
from pathlib import Path

BUNDLES = Path(__file__).parent / "texts"

# The last line of a plain-text sample, which has no other place to say what it is.
NOTES = {
    "en": "(Sample text written for this project. It was not reviewed by an insider.)",
    "es": "(Texto de muestra escrito para este proyecto. No lo ha revisado nadie de la comunidad descrita.)",
    "fr": "(Texte d'exemple écrit pour ce projet. Il n'a été relu par aucun membre de la communauté décrite.)",
    "pl": "(Tekst przykładowy napisany dla tego projektu. Nie sprawdził go nikt z opisanej społeczności.)",
    "ru": "(Пример текста, написанный для этого проекта. Никто из описанной общины его не проверял.)",
    "ar": "(نص تجريبي كُتب لهذا المشروع، ولم يراجعه أحد من أهل هذا التقليد.)",
    "zh": "（本文是为本项目编写的样例，未经传统内部人士审阅。）",
    "ja": "（この文章は本プロジェクトのために書かれた見本であり、当事者による確認は受けていません。）",
    "ko": "(이 글은 이 프로젝트를 위해 쓴 견본이며, 당사자의 검토를 받지 않았다.)",
    "yo": "(Àpẹẹrẹ ni èyí, a kọ ọ́ fún iṣẹ́ yìí. Kò sí ẹni tó jẹ́ ti àṣà náà tó yẹ̀ ẹ́ wò.)",
}
NOTE = "Sample written for this project. Not reviewed by an insider. Licence: Apache-2.0."


@dataclass(frozen=True)
class Text:
    id: str
    language: str
    title: str
    paragraphs: tuple

    def body(self):
        return "\n\n".join(self.paragraphs)

    def plain(self):
        """Title, blank line, paragraphs: what the plain-text samples hold."""
        return self.title + "\n\n" + self.body() + "\n"

    def with_note(self):
        return self.plain() + "\n" + NOTES[self.language] + "\n"

    def edited(self, edits):
        """A copy with some words replaced; every replacement must hit."""
        paragraphs = list(self.paragraphs)
        for old, new in edits.items():
            hits = [i for i, paragraph in enumerate(paragraphs) if old in paragraph]
            if len(hits) != 1:
                raise ValueError(f"{self.id}: '{old}' must be in one paragraph, was in {len(hits)}")
            paragraphs[hits[0]] = paragraphs[hits[0]].replace(old, new, 1)
        return Text(self.id + "_edited", self.language, self.title, tuple(paragraphs))


def read_texts():
    texts = {}
    for bundle in sorted(BUNDLES.glob("*.txt")):
        for block in bundle.read_text(encoding="utf-8").split("=== ")[1:]:
            head, _, body = block.partition("\n")
            name, language, title = [field.strip() for field in head.split("|")]
            paragraphs = tuple(p.strip().replace("\n", " ") for p in body.split("\n\n") if p.strip())
            if name in texts:
                raise ValueError(f"{bundle.name}: text '{name}' is defined twice")
            texts[name] = Text(name, language, title, paragraphs)
    return texts


def shingles(text, size=5):
    words = text.lower().split()
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}


def jaccard(a, b):
    x, y = shingles(a.body()), shingles(b.body())
    return len(x & y) / max(1, len(x | y))

"""The messages of the streaming demo and the small evaluation set."""

import json

QUESTIONS = [
    ("beans", "question_lesson",
     "She gave each pair two jars, two beans and some damp cotton wool, and one of the jars went into the cupboard for "
     "nine days and was not to be opened by anyone. What did the children find?",
     "Both beans had sprouted; the one in the dark was tall and pale."),
    ("bridge", None, "Two trains of equal length enter a bridge from opposite ends at the same speed. Where do they meet?",
     "In the middle of the bridge."),
    ("kettle", None, "Which cools faster with the lid off, and why: a kettle of hot water in a draught or one in a cupboard?",
     "The one in the draught, because moving air carries the warm vapour away."),
    ("capital", None, "A map shows north at the bottom. In which direction on the page does the sun set?", "To the right."),
]
LEFT_OUT = {"harm_bullying_es", "medical_body", "en_night_bus", "counterfeit_exoticism"}
COPIES = {10: "en_market", 21: "stoic_morning", 33: "es_panaderia", 41: "zh_xiangzi"}
NOT_JSON = "this line is not JSON {"


def evaluation(texts):
    lines = []
    for name, source, question, answer in QUESTIONS:
        stem = question.split(". What did")[0]
        if source and stem not in texts[source].body():
            raise ValueError(f"question '{name}' must stand word for word in '{source}'")
        lines.append(json.dumps({"id": name, "question": question, "answer": answer}, ensure_ascii=False))
    return ("\n".join(lines) + "\n").encode("utf-8")


def message(key, text, language=True):
    out = {"id": key, "title": text.title, "text": text.plain()}
    if language:
        out["language"] = text.language
    return json.dumps(out, ensure_ascii=False)


def messages(texts):
    """60 lines: 54 texts, four of them twice, one line that is no JSON and one message without text."""
    names = [name for name in texts if name not in LEFT_OUT]
    chosen = [name for i, name in enumerate(names) if i % 8 not in (2, 5, 7) or name in COPIES.values()][:54]
    lines = [message(name, texts[name], language=i % 4 != 3) for i, name in enumerate(chosen)]
    for at, name in COPIES.items():
        lines.insert(at, message(name + "_again", texts[name]))
    lines.insert(17, NOT_JSON)
    lines.insert(29, json.dumps({"id": "empty", "title": "Nothing", "text": ""}))
    if len(lines) != 60 or not set(COPIES.values()) <= set(chosen):
        raise ValueError(f"expected 60 messages with every copied text among them, have {len(lines)}")
    return ("\n".join(lines) + "\n").encode("utf-8")

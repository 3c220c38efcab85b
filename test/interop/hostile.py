"""Prints a graph of hostile labels in the jsonl format: node n is named by label n and joined to the next one."""
import json

LABELS = [
    'say "TNF"', "<b>&amp;</b> & <", "ends in a backslash\\", "\\", "two\nlines", "a\ttab", " spaces ", "TNF-\u03b2", "\U0001f9ec DNA",
    "\u202b\u05d0\u05d1\u05d2 right to left", "node", "edge", "digraph", "x" * 100_000, "]]>", "]]]]>>", "<html>", "<![CDATA[x]]>",
    "=cmd|' /C calc'!A0", '"; } "a" -> "b" [label="', '\\N \\G \\"', "&beta; &#946;", '{"a":1}', '> <http://evil> <http://evil> "',
    '" .\n<http://evil> <http://evil> <http://evil> .\n', "javascript:alert(1)", "a|b\\|c", "%00 %zz", "</data></node>", "-- DROP TABLE",
    "\u2028", "e\u0301", "\u007f", "\u0085", "\U0010fffd", "a\\nb", "\\\\n",
]


def node(number):
    return {"id": f"X:{number}", "label": LABELS[number], "kind": "mediator", "type": "Gene"}


for number, label in enumerate(LABELS):
    start = len("it says: ")
    print(json.dumps({
        "record": str(number + 1),
        "document": {"doi": "10.1000/hostile", "title": label, "table": "#1", "id": "DOI:10.1000/hostile", "caption": LABELS[0]},
        "reference": "1",
        "basis": "stated",
        "subject": node(number),
        "relation": "increases",
        "object": node((number + 1) % len(LABELS)),
        "sign": 1,
        "negated": False,
        "context": {"magnitude": label},
        "evidence": {"field": "result", "cell": "it says: " + label, "text": label, "start": start, "end": start + len(label)},
        "rule": "hostile",
        "confidence": 1,
        "flags": [],
        "references": ["DOI:10.1000/hostile#1"],
        "qualifiers": [{"key": "magnitude", "text": label}],
    }, ensure_ascii=False))

"""Prints a graph in the jsonl format: two documents that say opposite things of one pair, and a third that denies the first."""
import json

CLAIMS = [("increases", 1, False, "raises"), ("decreases", -1, False, "lowers"), ("increases", 1, True, "does not raise")]

for number, (relation, sign, negated, verb) in enumerate(CLAIMS, 1):
    cell = f"A {verb} B"
    print(json.dumps({
        "record": str(number),
        "document": {"doi": f"10.1000/{number}", "title": "", "table": "#1", "id": f"DOI:10.1000/{number}"},
        "reference": str(number),
        "basis": "stated",
        "subject": {"id": "X:A", "label": "A", "kind": "mediator", "type": "Gene"},
        "relation": relation,
        "object": {"id": "X:B", "label": "B", "kind": "mediator", "type": "Gene"},
        "sign": sign,
        "negated": negated,
        "context": {},
        "evidence": {"field": "result", "cell": cell, "text": cell, "start": 0, "end": len(cell)},
        "rule": "opposites",
        "confidence": 1,
        "flags": [],
    }))

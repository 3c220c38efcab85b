"""sql_recipes.py PROGRAM SAMPLE ARGUMENT...: the SQL of docs/formats.md, run on the sample in SQLite, finds the paths that `paths` finds."""
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

program, sample, *arguments = sys.argv[1:]
root = pathlib.Path(__file__).resolve().parents[2]
folder = root / "samples" / sample
recipes = re.findall(r"```sql\n(.*?)```", (root / "docs/formats.md").read_text(encoding="utf-8"), re.S)
assert len(recipes) == 2, recipes


def run(*words):
    return subprocess.run([program, *words], cwd=folder, check=True, capture_output=True, text=True).stdout


with tempfile.TemporaryDirectory() as scratch:
    database = scratch + "/graph.sqlite"
    run("build", "-q", *arguments, "-o", database)
    connection = sqlite3.connect(database)
    ends = ("bone marrow", "acute liver failure")
    answer = json.loads(run("paths", *arguments, "-q", "--json", "--from", ends[0], "--to", ends[1]))
    ours = set()
    for path in answer["paths"]:
        mediators = ", ".join(label for label in path["labels"][2:-1])
        for hop in path["hops"]:
            for witness in hop["witnesses"]:
                for number in witness["reference"].split(","):
                    ours.add((mediators, path["sign"], path["support"], number))
    theirs = {(mediators, sign, support, reference.rsplit("#")[-1])
              for mediators, sign, support, _, reference in connection.execute(recipes[0])}
    assert ours and ours == theirs, (ours, theirs)

    signs = {}
    for line in run("export", "-q", *arguments, "-f", "jsonl").splitlines():
        claim = json.loads(line)
        if claim["sign"] and not claim["negated"]:
            signs.setdefault((claim["subject"]["label"], claim["object"]["label"]), set()).add(claim["sign"])
    both = sorted(pair for pair, found in signs.items() if len(found) == 2)
    assert [row[:2] for row in connection.execute(recipes[1])] == both, both
    print(len(theirs), "answers,", len(both), "pairs said both ways")

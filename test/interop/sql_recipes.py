"""sql_recipes.py PROGRAM SAMPLE ARGUMENT...: the SQL of docs/formats.md, run on the sample in SQLite, finds the paths that `paths` finds."""
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

import recipes

program, sample, *arguments = sys.argv[1:]
root = pathlib.Path(__file__).resolve().parents[2]
folder = root / "samples" / sample
queries = [recipes.query(root / "docs/formats.md", "sql", number) for number in (0, 1)]


def run(*words):
    return subprocess.run([program, *words], cwd=folder, check=True, capture_output=True, text=True).stdout


with tempfile.TemporaryDirectory() as scratch:
    database = scratch + "/graph.sqlite"
    run("build", "-q", *arguments, "-o", database)
    connection = sqlite3.connect(database)
    ends = ("bone marrow", "acute liver failure")
    answer = json.loads(run("paths", *arguments, "-q", "--json", "--from", ends[0], "--to", ends[1]))
    ours = recipes.wanted(answer["paths"], "sql")
    cursor = connection.execute(queries[0])
    columns = [column[0] for column in cursor.description]
    theirs = {recipes.read["sql"](dict(zip(columns, row))) for row in cursor}
    assert ours == theirs, (ours, theirs)

    signs = {}
    for line in run("export", "-q", *arguments, "-f", "jsonl").splitlines():
        claim = json.loads(line)
        if claim["sign"] and not claim["negated"]:
            signs.setdefault((claim["subject"]["label"], claim["object"]["label"]), set()).add(claim["sign"])
    both = sorted(pair for pair, found in signs.items() if len(found) == 2)
    assert [row[:2] for row in connection.execute(queries[1])] == both, both
    print(len(theirs), "answers,", len(both), "pairs said both ways")

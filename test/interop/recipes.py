"""recipes.py FORMATS.md GRAPH.ttl GRAPH.trig PATHS.json: the SPARQL recipes of the documentation against `mechgraph paths`."""
import json
import pathlib
import re
import sys

try:
    import rdflib
except ImportError:
    sys.exit(77)

documentation, turtle, trig, paths = sys.argv[1:]
queries = re.findall(r"```sparql\n(.*?)```", open(documentation, encoding="utf-8").read(), re.S)


def rows(path, syntax, query):
    graph = rdflib.ConjunctiveGraph()
    graph.parse(path, format=syntax)
    return {tuple(str(value) for value in row) for row in graph.query(query)}


# Paths of one record from a preparation of the source through one mediator.
wanted = set()
for path in json.load(open(paths, encoding="utf-8"))["paths"]:
    if path["support"] != "asserted" or len(path["nodes"]) != 4:
        continue
    first, second = path["hops"][1:]
    for witness in second["witnesses"]:
        if witness["record"] not in {w["record"] for w in first["witnesses"]}:
            continue
        for number in witness["reference"].split(","):
            wanted.add((path["labels"][1], first["relation"], path["labels"][2], second["relation"],
                        f"{witness['document']}#{number}"))
assert wanted, "the paths say nothing"
found = rows(turtle, "turtle", queries[0])
assert found == wanted, f"{found} instead of {wanted}"

# What a document lowers: its own triples, nothing else's.
# rdflib takes the default graph for one that is named as the file is.
default = pathlib.Path(trig).resolve().as_uri()
document = {row for row in rows(trig, "trig", queries[1]) if row[0] != default}
assert document and all(row[0].startswith("https://doi.org/") for row in document), document
print(len(found), "paths")

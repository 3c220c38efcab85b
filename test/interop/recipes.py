"""The recipes of docs/formats.md against `mechgraph paths`: which mediators lie between two ends, with references.

  recipes.py query FORMATS.md LANGUAGE NUMBER          prints a query of the documentation
  recipes.py rdflib GRAPH SYNTAX QUERY                 asks rdflib; exit 77 when it is not installed
  recipes.py agree PATHS.json LANGUAGE ANSWER          holds an answer to what `paths --json` says: SPARQL 1.1 JSON or a list of objects
                                                       (sparql), CSV or a list of objects (sql), a list of objects (cypher)
  recipes.py documents ANSWER                          holds the answer of the second SPARQL query to its documents
"""
import csv
import io
import json
import pathlib
import re
import sys


def query(documentation, language, number):
    return re.findall(rf"```{language}\n(.*?)```", pathlib.Path(documentation).read_text(encoding="utf-8"), re.S)[int(number)]


def rows(answer):
    text = pathlib.Path(answer).read_text(encoding="utf-8")
    if not text.startswith(("{", "[")):
        return list(csv.DictReader(io.StringIO(text)))
    found = json.loads(text)
    if isinstance(found, list):
        return found
    return [{name: term["value"] for name, term in row.items()} for row in found["results"]["bindings"]]


def numbers(witness):
    return witness["reference"].split(",") if witness["reference"] else []


def of_one_record(hops):
    """The witnesses of the hops in each record that says them all."""
    records = set.intersection(*({witness["record"] for witness in hop["witnesses"]} for hop in hops))
    for record in records:
        yield [witness for hop in hops for witness in hop["witnesses"] if witness["record"] == record]


# What each recipe asks, of the paths that the program tells.
def sparql(paths):
    """The steps of one mediator, in one record, with the references of the second."""
    for path in paths:
        if path["support"] == "asserted" and len(path["nodes"]) == 4:
            first, second = path["hops"][1:]
            for witness in second["witnesses"]:
                if witness["record"] in {w["record"] for w in first["witnesses"]}:
                    for number in numbers(witness):
                        yield (path["labels"][1], first["relation"], path["labels"][2], second["relation"], f"{witness['document']}#{number}")


def sql(paths):
    for path in paths:
        for hop in path["hops"]:
            for witness in hop["witnesses"]:
                for number in numbers(witness):
                    yield (", ".join(path["labels"][2:-1]), path["sign"], path["support"], f"{witness['document']}#{number}")


def cypher(paths):
    for path in paths:
        for witnesses in of_one_record(path["hops"]):
            found = {f"{witness['document']}#{number}" for witness in witnesses for number in numbers(witness)}
            yield (tuple(path["labels"][1:]), path["sign"], tuple(sorted(found)))


read = {
    "sparql": lambda row: tuple(row[name] for name in ("preparation", "first", "mediator", "second", "reference")),
    "sql": lambda row: (row["mediators"], int(row["sign"]), row["support"], row["reference"]),
    "cypher": lambda row: (tuple(row["labels"]), row["sign"], tuple(sorted(row["references"]))),
}


def wanted(paths, language):
    answers = set({"sparql": sparql, "sql": sql, "cypher": cypher}[language](paths))
    assert answers, "the paths say nothing"
    return answers


def agree(paths, language, answer):
    ours = wanted(json.loads(pathlib.Path(paths).read_text(encoding="utf-8"))["paths"], language)
    theirs = set(map(read[language], rows(answer)))
    assert theirs == ours, f"{theirs} instead of {ours}"
    return f"{len(ours)} answers"


def ask_rdflib(graph, syntax, text):
    try:
        import rdflib
    except ImportError:
        sys.exit(77)
    store = rdflib.ConjunctiveGraph()
    store.parse(graph, format=syntax)
    return store.query(pathlib.Path(text).read_text(encoding="utf-8")).serialize(format="json").decode()


def documents(answer):
    # rdflib takes the default graph for one that is named as the file is, Virtuoso for that which the loader was given.
    found = [row for row in rows(answer) if not row["document"].startswith(("file:", "urn:x-default"))]
    assert found and all(row["document"].startswith("https://doi.org/") for row in found), found
    return f"{len(found)} answers"


if __name__ == "__main__":
    print({"query": query, "agree": agree, "rdflib": ask_rdflib, "documents": documents}[sys.argv[1]](*sys.argv[2:]))

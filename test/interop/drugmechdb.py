#!/usr/bin/env python3
"""drugmechdb PROGRAM FOLDER: the curated mechanisms of DrugMechDB (as KGX: nodes .jsonl and edges .jsonl in FOLDER, one record a mechanism)
are found. For each record that has a directed chain from its drug to its disease (the one that its name holds, else any), every such chain of its own edges
must be among the asserted paths of the program. At least 99 % of the records must have all of theirs."""
import collections
import glob
import json
import re
import subprocess
import sys
import tempfile

longest = 20


def chains(links, starts, end):
    """All simple directed chains over (subject, predicate, object), as tuples of links."""
    after = collections.defaultdict(list)
    for link in links:
        after[link[0]].append(link)
    found = []

    def walk(node, seen, way):
        if node == end and way:
            found.append(tuple(way))
        if len(way) == longest:
            return
        for link in after[node]:
            if link[2] not in seen:
                walk(link[2], seen | {link[2]}, way + [link])

    for start in starts:
        walk(start, {start}, [])
    return found


def main():
    program, folder = sys.argv[1:]
    nodes_file, = glob.glob(folder + "/*nodes.jsonl")
    edges_file, = glob.glob(folder + "/*edges.jsonl")
    kinds = {node["id"]: node["category"][0] for node in map(json.loads, open(nodes_file, encoding="utf8"))}
    records = collections.defaultdict(set)
    for edge in map(json.loads, open(edges_file, encoding="utf8")):
        records[edge["record"]].add((edge["subject"], edge["predicate"], edge["object"]))
    wanted, ends = {}, set()
    for record, links in records.items():
        names = {name for link in links for name in (link[0], link[2])}
        disease = [name for name in names if re.sub(r"[^A-Za-z0-9]", "_", name) in record]
        disease = disease or [name for name in names if kinds[name] == "biolink:Disease"]
        starts = {name for name in names if kinds[name] == "biolink:Drug"} or {link[0] for link in links} - {link[2] for link in links}
        own = {chain for end in disease for chain in chains(links, starts - {end}, end)}
        if own:
            wanted[record] = own
            ends.update((way[0][0], way[-1][2]) for way in own)
    print(f"{len(records)} records, {len(wanted)} with a directed chain, {sum(map(len, wanted.values()))} chains")

    with tempfile.TemporaryDirectory() as scratch:
        for name, ids in (("from", {a for a, _ in ends}), ("to", {b for _, b in ends})):
            with open(f"{scratch}/{name}", "w", encoding="utf8") as file:
                file.write("\n".join(sorted(ids)) + "\n")
        command = [program, "paths", nodes_file, edges_file, "--from", f"@{scratch}/from", "--to", f"@{scratch}/to", "--through", "any", "--asserted",
                   "--all", "--max-hops", str(longest), "--json", "-q"]
        run = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    answer = json.loads(run.stdout)
    told = set()
    for path in answer["paths"]:
        told.add(tuple((hop["subject"], hop["relation"], hop["object"]) for hop in path["hops"]))
    print(f"{len(told)} asserted paths told, exit {run.returncode}")

    whole = 0
    missed = []
    for record, own in wanted.items():
        left = own - told
        whole += not left
        if left:
            missed.append((record, sorted(left)[0]))
    share = whole / len(wanted)
    print(f"{whole} of {len(wanted)} records have every chain found: {100 * share:.2f} %")
    for record, chain in missed[:5]:
        print("missed:", record, chain)
    return 0 if share >= 0.99 else 1


sys.exit(main())

#!/bin/sh
# Imports this folder into a new Neo4j database: ./import.sh [DATABASE [OPTION...]], neo4j when none is named. The server must not run
# it at that time. --overwrite-destination replaces a database of that name. Neo4j 5 or later.
set -eu
cd "$(dirname "$0")"
database=${1:-neo4j}
[ $# = 0 ] || shift
exec neo4j-admin database import full \
  --nodes=nodes.csv \
  --nodes=document_nodes.csv \
  --nodes=documenttable_nodes.csv \
  --nodes=record_nodes.csv \
  --nodes=cell_nodes.csv \
  --nodes=witness_nodes.csv \
  --relationships=edges.csv \
  --relationships=in_document_edges.csv \
  --relationships=in_table_edges.csv \
  --relationships=in_record_edges.csv \
  --relationships=in_cell_edges.csv \
  --relationships=qualified_by_edges.csv \
  --delimiter=, --array-delimiter=U+001F --quote='"' --id-type=string --trim-strings=false \
  "$@" "$database"

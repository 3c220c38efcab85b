export ../../samples/alf_table3/table.tsv --kind mediator --kind outcome --relation contributes_to -o @OUT@/part.jsonl

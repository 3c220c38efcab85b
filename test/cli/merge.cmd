# Two graphs, and nodes that mappings call the same.
merge check_table.tsv merge_other.jsonl --same-as merge_mappings.tsv -o @OUT@/both.jsonl

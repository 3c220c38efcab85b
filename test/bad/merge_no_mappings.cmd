# Mappings that are none.
merge ../cli/check_table.tsv --same-as ../cli/check_table.tsv -o @OUT@/x.jsonl

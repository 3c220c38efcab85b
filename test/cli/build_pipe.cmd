build - -f jsonl -q < ../../samples/alf_table3/table.tsv | wc -l

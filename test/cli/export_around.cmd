export ../../samples/alf_table3/table.tsv --around NLRP3 --basis stated -f jsonl | wc -l

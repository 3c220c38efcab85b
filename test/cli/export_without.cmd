# A graph without a reference.
export ../../samples/alf_table3/table.txt --without 107 --around NLRP3 -f jsonl

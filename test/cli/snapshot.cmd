# A snapshot through a pipe, beside the table that it was made of: one graph.
build ../../samples/alf_table3/table.txt -q -f mgraph | "$program" merge - ../../samples/alf_table3/table.txt -f jsonl -q | "$program" diff - ../../samples/alf_table3/table.txt

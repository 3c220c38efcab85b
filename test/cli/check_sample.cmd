# More of one kind than are shown without --all.
check ../../samples/alf_table3/table.txt --doi 10.1186/s13287-022-02825-z

export ../../samples/alf_table3/table.tsv --around NLRP3 --rdf direct -f ttl

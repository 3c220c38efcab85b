export export_rdf_of_others.ttl -f ttl

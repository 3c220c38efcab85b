export input_bad_nt.nt --rdf direct -f nt

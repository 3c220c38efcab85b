# A source that the ontology does not know, in text without tabs: kept and marked, never certain.
records input_uncuttable_row.txt

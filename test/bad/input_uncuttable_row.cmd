# A source that the ontology does not know, in text without tabs: never guessed.
records input_uncuttable_row.txt

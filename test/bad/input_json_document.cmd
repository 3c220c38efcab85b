# One document over several lines is no JSON Lines, whatever its name says; the other input is read.
records input_json_document.jsonl input_ragged.tsv

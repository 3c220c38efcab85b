# A line that is cut off: the other lines are used.
stats input_bad_jsonl.jsonl

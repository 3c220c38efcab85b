# A list of objects is no JSON Lines.
records input_json_list.json

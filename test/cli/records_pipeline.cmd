# JSON Lines of another pipeline: nested, with lists, one line broken.
records pipeline.jsonl --columns result=effects.text

# Names that lead out, links and a device: refused by name, never followed, nothing written. The one good table is read.
records - > /dev/null < <(python3 pack.py hostile)

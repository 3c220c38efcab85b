# An archive in an archive is read, one deeper is not.
records - < <(python3 pack.py 3)

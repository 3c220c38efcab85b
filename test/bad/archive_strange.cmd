# Nothing in it that is read.
records - < <(python3 pack.py strange)

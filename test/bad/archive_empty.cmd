records - < <(python3 pack.py empty)

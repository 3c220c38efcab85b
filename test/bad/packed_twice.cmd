records - < <(echo text | gzip -n | gzip -n | gzip -n)

# A small file that becomes a large one.
records - --max-size 1M < <(head -c 3000000 /dev/zero | tr '\0' '\n' | gzip)

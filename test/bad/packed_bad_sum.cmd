# A byte of the checksum is wrong: gzip data are compared with it.
records - < <(printf 'Source\tResult\nPlacenta\tReduced necrosis [3]\n' | gzip -n | head -c -8; printf '12341234')

# Shift JIS: not told, so not guessed.
records - < <(printf 'Source\tResult\n\x8d\x9c\x90\x91\tReduced necrosis [3]\n')

# Windows-1252: converted with a note; the caret counts characters.
records - > /dev/null < <(printf 'Source\tResult\nPlacenta\tReduced \xb5-necrosis by caf\xe9ine [3]\nPlacenta\n')

# UTF-16 that ends in the middle of a character.
records - < <(printf '\xff\xfeS\0o\0u')

records - < <(printf '\xff\xfe\0\0S\0\0\0')

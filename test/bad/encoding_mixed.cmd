# One cell is Windows-1252, a later one UTF-8: what stands above the line is used.
records - > /dev/null < <(printf 'Source\tResult\nPlacenta\tReduced necrosis in caf\xe9s [3]\nPlacenta\tReduced TNF-\xce\xb1 [4]\n')

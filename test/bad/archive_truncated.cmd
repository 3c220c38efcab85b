# The first member and the rows of the second that are there are used: exit 1.
build - -q -f dot > /dev/null < <(python3 pack.py truncated)

# The line is given up when it passes the limit, not when it ends.
records - --max-line 1M < <(yes Placenta | head -c 5000000 | tr '\n' ' ')

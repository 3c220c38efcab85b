# Two of four can be used, and the summary counts the others: exit 1.
build folder -f dot > /dev/null

# A reader that stops early ends the run without a word, by the signal.
ontology -f ttl | head -c 1 > /dev/null

vocab import ../cli/vocab/small.obo

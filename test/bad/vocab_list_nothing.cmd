vocab list

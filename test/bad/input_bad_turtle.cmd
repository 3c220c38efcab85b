export input_bad_turtle.ttl -o @OUT@/graph.nt

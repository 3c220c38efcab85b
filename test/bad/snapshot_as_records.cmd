# A graph is no table.
records snapshot_cut_off.mgraph

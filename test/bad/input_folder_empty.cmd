records @OUT@

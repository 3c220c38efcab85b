vocab find

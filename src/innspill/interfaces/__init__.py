"""Who looks in: the public, the caseworker, programs and the command line."""

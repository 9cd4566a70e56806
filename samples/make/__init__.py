"""Makes the sample responses from their sources. Nobody needs to run it: what it makes is kept."""

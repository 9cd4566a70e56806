"""Word documents: our own reader, for only it keeps every tick with state, tag and place."""

"""The desk: where caseworkers see what waits and settle it."""

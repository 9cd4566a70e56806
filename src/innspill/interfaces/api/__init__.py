"""Open data, read-only. Its addresses come with the issue on publication."""

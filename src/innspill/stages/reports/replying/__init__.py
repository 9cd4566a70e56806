"""Letters back to those who answered. A room of its own: apart from the making of reports."""

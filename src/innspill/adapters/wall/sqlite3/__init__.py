"""The public's connection to SQLite."""

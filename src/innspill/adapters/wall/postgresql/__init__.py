"""The public's connection to PostgreSQL."""

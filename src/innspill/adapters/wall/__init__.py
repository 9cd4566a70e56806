"""The wall between what is public and all else: what the public's connection to the database reads.

One file, `tables.py`, says what that is; SQLite and PostgreSQL each hold to it in their own way.
"""

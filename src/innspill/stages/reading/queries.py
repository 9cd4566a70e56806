"""Queries of reading: the only way that others read this stage."""

"""Queries of intake: the only way that others read this stage."""

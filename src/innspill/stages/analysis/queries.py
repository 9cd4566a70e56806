"""Queries of analysis: the only way that others read this stage."""

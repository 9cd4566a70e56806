"""Queries of deciding: the only way that others read this stage."""

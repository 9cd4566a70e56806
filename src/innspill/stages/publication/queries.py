"""Queries of publication: the only way that others read this stage."""

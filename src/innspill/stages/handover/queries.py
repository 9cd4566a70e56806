"""Queries of handover: the only way that others read this stage."""

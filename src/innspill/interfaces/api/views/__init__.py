"""The addresses of open data, one module per kind: parse, ask one query, answer."""

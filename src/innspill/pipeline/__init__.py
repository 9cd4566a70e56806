"""The journey of a response: steps.py on one page, offline.py without a database."""

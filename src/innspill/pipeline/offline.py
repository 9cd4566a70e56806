"""The journey without a database: a folder of responses to results."""

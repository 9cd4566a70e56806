"""Open data, read-only and without a key: data, feeds, packages, and what search engines read."""

"""The page that stands alone, for the offline run."""

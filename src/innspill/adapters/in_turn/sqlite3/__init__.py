"""The database backend that the settings name; Django looks for `base` in here."""

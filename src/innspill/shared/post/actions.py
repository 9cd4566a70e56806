"""The only code that writes the post."""

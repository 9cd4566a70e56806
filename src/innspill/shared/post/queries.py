"""The only way others read the post."""

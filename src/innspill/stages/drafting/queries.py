"""The only way others read drafts."""

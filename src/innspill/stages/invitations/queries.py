"""The only way others read recipients and invitations."""

"""The only code that writes recipients and invitations."""

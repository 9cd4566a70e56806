"""What invitations know: lists pasted in, letters, who has come how far. No Django."""

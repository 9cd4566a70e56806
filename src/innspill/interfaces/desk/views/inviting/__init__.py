"""Desk pages for those who are invited: the list, its recipients, letters, and the address book."""

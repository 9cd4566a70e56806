"""The forms by which a hearing is set up: each is filled from a definition and gives one back."""

"""Setting up a hearing: one module per page."""

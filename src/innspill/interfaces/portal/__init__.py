"""The portal: what the public sees and where it hands in."""

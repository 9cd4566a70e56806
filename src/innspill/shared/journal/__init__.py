"""The journal: append-only, with a Merkle tree over it (RFC 6962)."""

"""The ledger of one hearing, its finish, and the register that is followed up."""

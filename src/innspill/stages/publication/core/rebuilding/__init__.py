"""Public files, built anew from what may be told: no byte of a file as sent goes into one."""

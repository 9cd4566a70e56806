"""Post: mails on their way out. Queued with what they belong to, sent by a step, tried again."""

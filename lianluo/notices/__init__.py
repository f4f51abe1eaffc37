"""Messages to people: what is told to whom on which way, decided by a table, sent only after the commit."""

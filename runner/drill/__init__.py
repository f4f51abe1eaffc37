"""`run.py drill kills`: people work, processes are killed, and every word that was given must hold (R1)."""

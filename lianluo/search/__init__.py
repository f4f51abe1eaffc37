"""Full text and likeness. PostgreSQL is the truth; the index is derived from it, one per node."""

"""What an assignment meeting reads: proposals from the records, the load of each unit, what will happen."""

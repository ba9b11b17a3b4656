"""A team writes to many people of a round at once."""

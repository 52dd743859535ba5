"""What only a person can settle, and what a settled question changes: `ask.RULES` lists the questions."""

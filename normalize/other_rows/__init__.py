"""What the other rows of an order say of a cell: whose a title is, who works where."""

"""Of what two people who work together are reminded; the table says when and how often."""

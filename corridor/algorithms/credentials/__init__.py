"""What can be checked of a credential without asking anybody: digits, domains, names."""

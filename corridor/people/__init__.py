"""Accounts that sign in and the profiles they are known by."""

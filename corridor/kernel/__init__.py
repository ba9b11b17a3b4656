"""What every context may use and none owns."""

"""Fields that forms of several areas have."""

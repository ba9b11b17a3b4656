"""How large the markets of the benchmarks are, and how many places they have."""

CANDIDATES = 50
REWARD = 10_000
PLACES = {"ample": (0.2, 0.2, 0.2, 0.2, 0.2), "scarce": (0.4, 0.25, 0.15, 0.1, 0.1)}
"""Shares of mentors with 1 to 5 places."""
SIZES = {
    "100": (100, 40),
    "1k": (1_000, 400),
    "10k": (10_000, 4_000),
    "100k": (100_000, 40_000),
    "1m": (1_000_000, 400_000),
}

"""Whether words said to somebody attack her: patterns kept by hand, and one sign among several.

Nothing is removed or held by it alone; `algorithms.surge` counts by how many accounts it holds.
What it is for, and what it misses: docs/algorithms/surge.md.
"""

from corridor.algorithms.hostility.reading import Reading, read

__all__ = ["Reading", "read"]

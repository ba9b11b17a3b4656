from corridor.library.models.references import NamedWork, Reference, RetractionNotice
from corridor.library.models.tutorials import (
    LONGEST_CHANGE,
    LONGEST_SUMMARY,
    LONGEST_TITLE,
    Part,
    Picture,
    Tutorial,
    Version,
)

__all__ = [
    "LONGEST_CHANGE",
    "LONGEST_SUMMARY",
    "LONGEST_TITLE",
    "NamedWork",
    "Part",
    "Picture",
    "Reference",
    "RetractionNotice",
    "Tutorial",
    "Version",
]

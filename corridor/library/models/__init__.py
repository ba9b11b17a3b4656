from corridor.library.models.answers import KeptAnswer
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
    "KeptAnswer",
    "NamedWork",
    "Part",
    "Picture",
    "Reference",
    "RetractionNotice",
    "Tutorial",
    "Version",
]

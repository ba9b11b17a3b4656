"""What is asked and written again and again, made into SQL once."""

from corridor.kernel.compiled.asking import (
    CannotBeCompiled,
    Compiled,
    CompiledObjects,
    CompiledPieces,
    CompiledRows,
    CompiledSeveral,
    Row,
    Statement,
)
from corridor.kernel.compiled.writing import Insert, deleting, updating

__all__ = [
    "CannotBeCompiled",
    "Compiled",
    "CompiledObjects",
    "CompiledPieces",
    "CompiledRows",
    "CompiledSeveral",
    "Insert",
    "Row",
    "Statement",
    "deleting",
    "updating",
]

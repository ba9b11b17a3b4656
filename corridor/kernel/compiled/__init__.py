"""What is asked and written again and again, made into SQL once."""

from corridor.kernel.compiled.asking import (
    CannotBeCompiled,
    Compiled,
    CompiledForNumbers,
    CompiledObjects,
    CompiledRows,
    CompiledSeveral,
    Row,
    Statement,
)
from corridor.kernel.compiled.writing import Insert, deleting, updating

__all__ = [
    "CannotBeCompiled",
    "Compiled",
    "CompiledForNumbers",
    "CompiledObjects",
    "CompiledRows",
    "CompiledSeveral",
    "Insert",
    "Row",
    "Statement",
    "deleting",
    "updating",
]

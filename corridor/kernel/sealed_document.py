"""A JSON document of a row that lies sealed in its column, bound to the row."""

import json
from typing import Any

from django.db import models

from corridor.kernel import sealing


class SealedDocument:
    """`answers = SealedDocument(of=("round_id", "profile_id"))` stands over `sealed_answers`.

    It is opened at each reading; ``of`` names the columns that tell this row from any other and
    never change. They are set before the document is.
    """

    def __init__(self, *, of: tuple[str, ...]) -> None:
        self._of = of

    def __set_name__(self, model: type[models.Model], name: str) -> None:
        self._purpose = f"{model.__name__}.{name}"
        self._column = f"sealed_{name}"

    def __get__(self, row: models.Model, _: type[models.Model]) -> Any:
        sealed = getattr(row, self._column)
        return json.loads(sealing.unseal(sealed, purpose=self._purpose, place=self._place(row)))

    def __set__(self, row: models.Model, document: Any) -> None:
        text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        sealed = sealing.seal(text, purpose=self._purpose, place=self._place(row))
        setattr(row, self._column, sealed)

    def _place(self, row: models.Model) -> str:
        return " ".join(f"{column}={getattr(row, column)}" for column in self._of)

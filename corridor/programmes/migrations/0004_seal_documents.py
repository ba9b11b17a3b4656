"""What applications and runs say goes into the sealed columns, and leaves the open ones."""

import json
from collections.abc import Iterator
from typing import Any

from django.db import migrations

from corridor.kernel import sealing

DOCUMENTS = {
    "Application": (("answers",), ("round_id", "profile_id")),
    "RunRecord": (("given", "outcome", "swaps", "certificate"), ("run_id",)),
}


def seal(apps: Any, _: Any) -> None:
    for row, name, where in _documents(apps):
        text = json.dumps(getattr(row, name), ensure_ascii=False, separators=(",", ":"))
        setattr(row, f"sealed_{name}", sealing.seal(text, **where))
        setattr(row, name, None)
        row.save(update_fields=[name, f"sealed_{name}"])


def unseal(apps: Any, _: Any) -> None:
    for row, name, where in _documents(apps):
        setattr(row, name, json.loads(sealing.unseal(getattr(row, f"sealed_{name}"), **where)))
        row.save(update_fields=[name])


def _documents(apps: Any) -> Iterator[tuple[Any, str, dict[str, str]]]:
    for model, (names, columns) in DOCUMENTS.items():
        for row in apps.get_model("programmes", model).objects.order_by("pk").iterator():
            place = " ".join(f"{column}={getattr(row, column)}" for column in columns)
            for name in names:
                yield row, name, {"purpose": f"{model}.{name}", "place": place}


class Migration(migrations.Migration):
    dependencies = [("programmes", "0003_columns_for_sealed_documents")]

    operations = [migrations.RunPython(seal, unseal, elidable=True)]

"""What else could be done for a match lies with its proposal: a page reads that of one match."""

import json
from collections.abc import Iterator
from typing import Any

from django.db import migrations, models

from corridor.kernel import sealing


def by_match(apps: Any, _: Any) -> None:
    kept = apps.get_model("programmes", "SwapRecord").objects
    for record, proposals in _runs(apps):
        for swaps in _opened(record.sealed_swaps, "RunRecord.swaps", f"run_id={record.run_id}"):
            key = swaps["mentee"], swaps["mentor"], swaps["role"]
            number = proposals[key]
            document = {"alternatives": swaps["alternatives"]}
            sealed = _sealed(document, "SwapRecord.swaps", f"proposal_id={number}")
            kept.create(proposal_id=number, sealed_swaps=sealed)


def by_run(apps: Any, _: Any) -> None:
    kept = apps.get_model("programmes", "SwapRecord").objects
    for record, proposals in _runs(apps):
        sealed_of = dict(
            kept.filter(proposal__run=record.run_id).values_list("proposal_id", "sealed_swaps")
        )
        swaps = [
            {
                "mentee": mentee,
                "mentor": mentor,
                "role": role,
                **_opened(sealed_of[number], "SwapRecord.swaps", f"proposal_id={number}"),
            }
            for (mentee, mentor, role), number in proposals.items()
            if number in sealed_of
        ]
        record.sealed_swaps = _sealed(swaps, "RunRecord.swaps", f"run_id={record.run_id}")
        record.save(update_fields=["sealed_swaps"])


def _runs(apps: Any) -> Iterator[tuple[Any, dict[tuple[str, str, str], int]]]:
    """Each record with the proposals of its run, by their people and role."""
    proposals = apps.get_model("programmes", "Proposal").objects
    for record in apps.get_model("programmes", "RunRecord").objects.order_by("pk"):
        rows = proposals.filter(run=record.run_id).order_by("pk")
        people = rows.values_list("mentee__profile__handle", "mentor__profile__handle", "role", "pk")
        yield record, {(mentee, mentor, role): number for mentee, mentor, role, number in people}


def _opened(sealed: bytes, purpose: str, place: str) -> Any:
    return json.loads(sealing.unseal(sealed, purpose=purpose, place=place))


def _sealed(document: Any, purpose: str, place: str) -> bytes:
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return sealing.seal(text, purpose=purpose, place=place)


class Migration(migrations.Migration):
    dependencies = [("programmes", "0015_circles_formed_by_hand")]

    operations = [
        migrations.CreateModel(
            name="SwapRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "proposal",
                    models.OneToOneField(
                        on_delete=models.deletion.CASCADE,
                        related_name="swap_record",
                        to="programmes.proposal",
                    ),
                ),
                ("sealed_swaps", models.BinaryField()),
            ],
        ),
        migrations.RunPython(by_match, by_run, elidable=True),
        # The empty default is for taking this back: the column returns before it is filled.
        migrations.AlterField("runrecord", "sealed_swaps", models.BinaryField(default=b"")),
        migrations.RemoveField("runrecord", "sealed_swaps"),
    ]

"""What was approved in rounds that are over became matches outside of this server: rows of today."""

import json
from collections.abc import Iterator
from typing import Any

from django.db import migrations

from corridor.kernel import sealing

COLUMNS = ("round_id", "mentee_id", "mentor_id", "role")
NOT_SAID = {"fit": 0, "parts": [], "reasons": []}
NOTHING_SAID = {"question": "", "answer": "", "reason": ""}


def remember(apps: Any, _: Any) -> None:
    for row, why in _approved(apps):
        place = " ".join(f"{column}={getattr(row, column)}" for column in COLUMNS)
        for name, document in (("why", why), ("talk", NOTHING_SAID)):
            text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
            sealed = sealing.seal(text, purpose=f"Match.{name}", place=place)
            setattr(row, f"sealed_{name}", sealed)
        row.save()


def _approved(apps: Any) -> Iterator[tuple[Any, Any]]:
    runs = apps.get_model("programmes", "MatchingRun").objects
    for round in apps.get_model("programmes", "Round").objects.filter(state="finished"):
        run = runs.filter(round=round).order_by("-number").select_related("record").first()
        if run is None:
            continue
        place = f"run_id={run.pk}"
        purpose = "RunRecord.outcome"
        outcome = json.loads(
            sealing.unseal(run.record.sealed_outcome, purpose=purpose, place=place)
        )
        why = {
            (one["mentee"], one["mentor"], one["role"]): one["compatibility"]
            for one in outcome["matches"]
        }
        approved = run.proposals.filter(approval__isnull=False)
        for one in approved.select_related("approval", "mentee__profile", "mentor__profile"):
            handles = one.mentee.profile.handle, one.mentor.profile.handle
            yield _accepted(apps, run, one), why.get((*handles, one.role), NOT_SAID)


def _accepted(apps: Any, run: Any, proposal: Any) -> Any:
    at = proposal.approval.at
    return apps.get_model("programmes", "Match")(
        round_id=run.round_id,
        run_id=run.pk,
        mentee_id=proposal.mentee_id,
        mentor_id=proposal.mentor_id,
        role=proposal.role,
        state="accepted",
        proposed_at=at,
        answer_by=at,
        ended_at=at,
    )


def forget(apps: Any, _: Any) -> None:
    apps.get_model("programmes", "Match").objects.filter(relationship=None).delete()


class Migration(migrations.Migration):
    dependencies = [("programmes", "0008_no_directors_beside_the_team")]

    operations = [migrations.RunPython(remember, forget, elidable=True)]

"""`corridor match --headers FILE`: how each column would be understood."""

import argparse
import sys

from django.utils.translation import gettext as _

from corridor.programmes.intake.columns import Understood, recognised, settle, understand
from corridor.programmes.intake.fields import looks_like_identity
from corridor.programmes.intake.mapping import NOTHING_MAPPED, read_map
from corridor.programmes.intake.problems import Notes
from corridor.programmes.intake.sources import Limits, Source
from corridor.programmes.intake.tables import Reading, read_table

WIDEST = 60


def show_headers(args: argparse.Namespace) -> int:
    mapped = read_map(Source.at(args.map)) if args.map else NOTHING_MAPPED
    reading = Reading(notes=Notes(), limits=Limits())
    table = read_table(Source.at(args.headers), reading, recognised(mapped))
    understood = understand(table, mapped)
    kept = {id(each) for each in settle(table, understood, mapped, reading.notes).understood}
    first = next(table.rows, None)
    print(f"{_('COLUMN'):<{WIDEST}}  {_('READ AS'):<28}  {_('IN THE FIRST ROW')}")
    for each in understood:
        title = each.column.title
        shown = title if len(title) <= WIDEST else title[: WIDEST - 1] + "…"
        example = first.cell(each.column)[:30] if first else ""
        print(f"{shown:<{WIDEST}}  {_meaning(each, is_kept=id(each) in kept):<28}  {example}")
    for note in (*reading.notes.warnings, *reading.notes.problems):
        print(note, file=sys.stderr)
    return 1 if reading.notes.problems else 0


def _meaning(each: Understood, *, is_kept: bool) -> str:
    if each.field is not None and is_kept:
        return f"{each.field.value}: {each.option}" if each.option else each.field.value
    if any(map(looks_like_identity, each.column.titles)):
        return _("not used (see --group)")
    return _("not used")

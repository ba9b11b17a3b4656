"""Small tables whose columns are those of pairs: scores, capacities, pins, last round's files."""

from django.utils.translation import gettext as _

from corridor.programmes.intake.columns import Columns, recognised, settle, understand
from corridor.programmes.intake.fields import Field
from corridor.programmes.intake.mapping import NOTHING_MAPPED
from corridor.programmes.intake.sources import Source
from corridor.programmes.intake.tables import Reading, Table, read_table


def open_pairs(
    source: Source, reading: Reading, needed: tuple[Field, ...]
) -> tuple[Table, Columns | None]:
    """No columns where one that is needed is missing: that has been reported.

    Raises InputRejected for a file that is no table.
    """
    table = read_table(source, reading, recognised(NOTHING_MAPPED, of_pairs=True))
    understood = understand(table, NOTHING_MAPPED, of_pairs=True)
    columns = settle(table, understood, NOTHING_MAPPED, reading.notes)
    missing = [field.value for field in needed if field not in columns]
    if missing:
        text = _("The header lacks %(missing)s.") % {"missing": ", ".join(missing)}
        reading.notes.problem(source.name, text, line=1)
    return table, None if missing else columns

"""Joins that lead from one table to another through a third of which nothing is wanted.

The ORM goes from a post to its author, and from there to the author's prepared text, whose key is
the author's too. The post has that key already: a foreign key holds nothing that is not there.
"""

import re
from copy import copy
from typing import Any

from django.db.models import ForeignKey
from django.db.models.sql import Query
from django.db.models.sql.constants import INNER
from django.db.models.sql.datastructures import Join


def leave_out_needless(query: Query, sql: str) -> bool:
    """Of a query that was made into this text: whether it would be another text now."""
    found = [alias for alias in query.alias_map if _is_needless(query, alias, sql)]
    for alias in found:
        join: Any = query.alias_map[alias]
        for child, after in _after(query, alias).items():
            nearer = copy(after)
            nearer.parent_alias = join.parent_alias
            nearer.join_fields = ((join.join_field, after.join_fields[0][1]),)
            query.alias_map[child] = nearer
        query.alias_refcount[alias] = 0
    return bool(found)


def _is_needless(query: Query, alias: str, sql: str) -> bool:
    """Named nowhere but where it is joined, and by what is joined to its key."""
    join: Any = query.alias_map[alias]
    if not isinstance(join, Join) or not query.alias_refcount.get(alias):
        return False
    key = join.join_field
    if not isinstance(key, ForeignKey) or not key.target_field.primary_key:
        return False
    if join.filtered_relation or (join.join_type == INNER and key.null):
        return False
    after = _after(query, alias)
    named = re.findall(rf'(?<!\w){alias}"?\.', sql)
    return len(named) == 1 + len(after) and all(
        one.join_fields[0][0] == key.target_field for one in after.values()
    )


def _after(query: Query, alias: str) -> dict[str, Any]:
    """Aliases and joins that begin at this one."""
    return {
        name: join
        for name, join in query.alias_map.items()
        if isinstance(join, Join) and join.parent_alias == alias and query.alias_refcount[name]
    }

"""All rows that go with one, of whatever context, written down so that they can be made again.

They are found by the keys that name it, as the database finds them when it is deleted.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from django.apps import apps
from django.core import serializers
from django.db.models import CASCADE, SET_NULL, ForeignKey, ManyToOneRel, Model, QuerySet

from corridor.kernel.compiled import CompiledObjects, CompiledSeveral

MADE_ANEW = frozenset({"posts.searchentry", "posts.timelineentry"})
"""From the others, by whoever makes them again."""
AT_ONCE = 500
Content = Mapping[str, Any]


def written_down(row: Model) -> Content:
    """`rows`: in groups, each after those that it names; `links`: keys that are emptied."""
    groups, links, waiting = [[row]], [], [[row]]
    while waiting:
        named = waiting.pop(0)
        for field, does in _naming(type(named[0])):
            holder = field.model
            rows = _rows_naming(field).objects([one.pk for one in named])
            if not rows:
                continue
            if does is CASCADE:
                groups.append(rows)
                waiting.append(rows)
            elif does is SET_NULL:
                pairs = [[one.pk, getattr(one, field.attname)] for one in rows]
                links.append([holder._meta.label_lower, field.name, pairs])
    return {"rows": [json.loads(serializers.serialize("json", one)) for one in groups]} | {
        "links": links
    }


def make_again(content: Content) -> None:
    """Without what belonged to somebody, or something, that is not there any more."""
    for group in content["rows"]:
        told = serializers.deserialize("python", group, ignorenonexistent=True)
        rows = [one.object for one in told]
        model = type(rows[0])
        whole = _whose_keys_are_there(model, rows)
        model._base_manager.bulk_create(whole, ignore_conflicts=True, batch_size=AT_ONCE)
    for label, name, pairs in content["links"]:
        model = apps.get_model(label)
        for pk, named in pairs:
            emptied = model._base_manager.filter(**{"pk": pk, name: None})
            emptied.update(**{f"{name}_id": named})


def _naming(model: type[Model]) -> "Iterator[tuple[ForeignKey[Any, Any], Any]]":
    for relation in model._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ManyToOneRel):
            continue
        if relation.related_model._meta.label_lower not in MADE_ANEW:
            yield relation.field, relation.on_delete


@cache
def _rows_naming(field: "ForeignKey[Any, Any]") -> CompiledSeveral[Model]:
    def build(keys: Sequence[int]) -> QuerySet[Model]:
        return field.model._base_manager.filter(**{f"{field.name}__in": keys}).order_by("pk")

    return CompiledSeveral(CompiledObjects, build, int)


def _whose_keys_are_there(model: type[Model], rows: Sequence[Model]) -> Sequence[Model]:
    for field in model._meta.concrete_fields:
        if not isinstance(field, ForeignKey):
            continue
        gone = _gone(field, rows)
        if field.null:
            for one in rows:
                if getattr(one, field.attname) in gone:
                    setattr(one, field.attname, None)
        else:
            rows = [one for one in rows if getattr(one, field.attname) not in gone]
    return rows


def _gone(field: "ForeignKey[Any, Any]", rows: Sequence[Model]) -> set[Any]:
    named = {getattr(one, field.attname) for one in rows} - {None}
    target: Any = field.related_model
    if target is field.model:
        named -= {one.pk for one in rows}
    there: set[Any] = set()
    for some in _pieces(sorted(named)):
        there.update(target._base_manager.filter(pk__in=some).values_list("pk", flat=True))
    return named - there


def _pieces(all_of_them: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(all_of_them), AT_ONCE):
        yield all_of_them[start : start + AT_ONCE]

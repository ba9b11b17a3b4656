"""What apps send, however they send it: in the address, as a form, as JSON, or a mixture.

Arrays come as `id[]=1` and as `id=1`, nested values as `poll[options][]=a`, as Rails reads them.
A parameter of an operation is declared as ``given: Given[Words]``, with `Words` a schema.
"""

import json
import re
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from django.http import HttpRequest, QueryDict
from ninja.params.models import Param, ParamModel

from corridor.mastodon_api.errors import ApiError

if TYPE_CHECKING:
    from ninja import NinjaAPI

DEEPEST = 4
MOST = 1_000
KEY = re.compile(r"\[([^\[\]]*)\]")
Nested = dict[str, Any]


class _GivenModel(ParamModel):
    @classmethod
    def get_request_data(
        cls, request: HttpRequest, api: "NinjaAPI", path_params: dict[str, Any]
    ) -> dict[str, Any]:
        del api, path_params
        return given(request)

    @classmethod
    def _map_data_paths(cls, data: dict[str, Any]) -> dict[str, Any]:
        return dict.fromkeys(cls.model_fields, data)


class _FromForm(Param):  # type: ignore[misc]  # as ninja does itself
    _model = _GivenModel

    @classmethod
    def _param_source(cls) -> str:
        return "form"


class _FromAddress(_FromForm):  # type: ignore[misc]  # as ninja does itself
    @classmethod
    def _param_source(cls) -> str:
        return "query"


Schema = TypeVar("Schema")
Given = Annotated[Schema, _FromForm(...)]
"""Of an operation that changes something."""
Asked = Annotated[Schema, _FromAddress(...)]
"""Of an operation that reads."""


def given(request: HttpRequest) -> Nested:
    """Raises ApiError where the body is no JSON object, or has too much in it."""
    values = nested(request.GET)
    if request.content_type == "application/json":
        values |= _json(request.body)
    else:
        values |= nested(request.POST)
        values |= dict(request.FILES.items())
    return values


def _json(body: bytes) -> Nested:
    if not body:
        return {}
    try:
        values = json.loads(body)
    except (ValueError, RecursionError) as broken:
        raise ApiError(400, "The body is not JSON.") from broken
    if not isinstance(values, dict):
        raise ApiError(400, "The body is JSON, but no object.")
    return values


def nested(query: QueryDict) -> Nested:
    values: Nested = {}
    count = 0
    for key, texts in query.lists():
        path = [key.split("[", 1)[0], *KEY.findall(key)]
        for text in texts:
            count += 1
            if len(path) > DEEPEST or count > MOST:
                raise ApiError(422, "There are too many parameters, or too deep ones.")
            _put(values, path, text)
    return values


def _put(values: Nested, path: list[str], text: str) -> None:
    """`a` -> text, `a[]` -> a list, `a[b]` -> a dictionary, `a[][b]` -> a list of dictionaries."""
    name, *rest = path
    if not rest:
        # Said twice without brackets, it is a list for whoever takes one.
        values[name] = text if name not in values else [*_listed(values[name]), text]
    elif rest == [""]:
        values[name] = [*_listed(values.get(name)), text]
    elif rest[0] == "":
        _put_into_last(values, name, rest[1:], text)
    else:
        inner = values.setdefault(name, {})
        if isinstance(inner, dict):
            _put(inner, rest, text)


def _put_into_last(values: Nested, name: str, rest: list[str], text: str) -> None:
    """A key that the last dictionary has already begins the next one."""
    items = _listed(values.get(name))
    values[name] = items
    if not items or not isinstance(items[-1], dict) or rest[0] in items[-1]:
        items.append({})
    _put(items[-1], rest, text)


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]

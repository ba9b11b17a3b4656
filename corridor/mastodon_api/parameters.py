"""What apps send, however they send it: in the address, as a form, as JSON, or a mixture.

Arrays come as `id[]=1` and as `id=1`, nested values as `poll[options][]=a`, as Rails reads them.
A parameter of an operation is declared as ``given: Given[Words]``, with `Words` a schema.
"""

import json
import re
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from annotated_types import Ge, Le, MaxLen
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, QueryDict
from django.http.multipartparser import MultiPartParserError
from django.utils.datastructures import MultiValueDict
from ninja.params.models import Param, ParamModel
from pydantic import BeforeValidator

from corridor.mastodon_api.errors import ApiError, NotThere

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile
    from ninja import NinjaAPI

DEEPEST = 4
MOST = 1_000
LONGEST_NUMBER = 19
MOST_IDS = 200
SURROGATE = re.compile(r"[\ud800-\udfff]")
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


def listed(value: Any) -> list[Any]:
    """What was said once without brackets is a list of one for whoever takes several."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


Ids = Annotated[
    list[Annotated[int, Ge(0), Le(2**63 - 1)]], BeforeValidator(listed), MaxLen(MOST_IDS)
]
"""`id[]=1&id[]=2`, or `id=1`."""


AnyOf = Annotated[list[Schema], BeforeValidator(listed), MaxLen(MOST_IDS)]
"""`reasons[]=a&reasons[]=b`, or `reasons=a`."""


def given(request: HttpRequest) -> Nested:
    """Raises ApiError where the body cannot be read, or has what cannot be kept, or too much."""
    values = nested(request.GET)
    try:
        if request.content_type == "application/json":
            values |= _json(request.body)
        else:
            form, files = _form(request)
            values |= nested(form) | dict(files.items())
    except (MultiPartParserError, SuspiciousOperation) as unreadable:
        raise ApiError(400, "The body cannot be read.") from unreadable
    if not _can_be_kept(values):
        raise ApiError(422, "Validation failed: there are characters that are no text.")
    return values


def _form(request: HttpRequest) -> "tuple[QueryDict, MultiValueDict[str, UploadedFile[Any]]]":
    """Django itself reads forms of POST only."""
    if request.method == "POST":
        return request.POST, request.FILES
    if request.content_type == "multipart/form-data":
        return request.parse_file_upload(request.META, request)
    if request.content_type == "application/x-www-form-urlencoded":
        return QueryDict(request.body, encoding="utf-8"), MultiValueDict()
    return QueryDict(), MultiValueDict()


def _can_be_kept(value: Any) -> bool:
    """No NUL, which PostgreSQL refuses, and no half of a pair of surrogates, which none writes."""
    if isinstance(value, str):
        return "\0" not in value and (value.isascii() or not SURROGATE.search(value))
    if isinstance(value, dict):
        return all(_can_be_kept(one) for one in value.values())
    return not isinstance(value, list) or all(_can_be_kept(one) for one in value)


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
        for place, text in enumerate(texts):
            count += 1
            if len(path) > DEEPEST or count > MOST:
                raise ApiError(422, "There are too many parameters, or too deep ones.")
            _put(values, path, text, place)
    return values


def _put(values: Nested, path: list[str], text: str, place: int) -> None:
    """`a` -> text, `a[]` -> a list, `a[b]` -> a dictionary, `a[][b]` -> a list of dictionaries."""
    name, *rest = path
    if not rest:
        # Said twice without brackets, it is a list for whoever takes one.
        values[name] = text if name not in values else [*listed(values[name]), text]
    elif rest == [""]:
        values[name] = [*listed(values.get(name)), text]
    elif rest[0] == "":
        _put_into_list(values, name, text, rest=rest[1:], place=place)
    else:
        inner = values.setdefault(name, {})
        if isinstance(inner, dict):
            _put(inner, rest, text, place)


def _put_into_list(values: Nested, name: str, text: str, *, rest: list[str], place: int) -> None:
    """What a key says the second time belongs to the second dictionary."""
    items = listed(values.get(name))
    items += [{} for _ in range(place + 1 - len(items))]
    values[name] = items
    if isinstance(items[place], dict):
        _put(items[place], rest, text, 0)


def number(said: str) -> int:
    """An id in an address. Raises NotThere where it is none: nothing has such a number."""
    if not (said.isascii() and said.isdigit() and len(said) < LONGEST_NUMBER):
        raise NotThere
    return int(said)

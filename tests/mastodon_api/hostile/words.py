"""What an app may send that nobody expected, made from what our own description expects."""

from datetime import UTC, datetime

from hypothesis import strategies as st

NUMBERS = [
    "0",
    "-1",
    "1",
    "9" * 18,
    "9" * 19,
    "9" * 40,
    "1e400",
    "1.5",
    "٣",
    "0x1",
    "¼",
    "²",
    "NaN",
]
TEXTS = [
    *("", " ", "null", "true", "[]", "{}", "%00", "\x00", "\ud800", "💥", "a" * 1200, "../", "'"),
    *("<script>", "javascript:alert(1)", "#", "@", "\u202e", "İ", "a\nb", "%", "\\", ":", "-from:"),
]
TIMES = [
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-14:00",
    "2026-02-30T00:00:00Z",
    "2150-01-01",
    "-1",
    "1e9",
]
odd = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(2**70), 2**70),
        st.floats(),
        st.sampled_from(NUMBERS + TEXTS + TIMES),
        st.text(max_size=20),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)
odd_text = st.one_of(st.sampled_from(NUMBERS + TEXTS + TIMES), st.text(max_size=20))


class Description:
    """Of the API, as OpenAPI says it; `numbers` are of what is there."""

    def __init__(self, document, numbers):
        self.document = document
        self.numbers = st.sampled_from(numbers)

    def operations(self):
        return [
            (method, path, operation)
            for path, methods in self.document["paths"].items()
            for method, operation in methods.items()
        ]

    def requests(self, path, operation):
        return st.fixed_dictionaries(
            {
                "named": self.addresses(path, operation),
                "query": self.queries(operation),
                "body": self.bodies(operation),
                "kind": st.sampled_from(["json", "form", "multipart"]),
                "who": st.sampled_from(["amara", "amara", "amara", "visitor", "nobody"]),
            }
        )

    def addresses(self, path, operation):
        """Names of the places in an address, and texts for them."""
        names = [one["name"] for one in _in(operation, "path")]
        assert all(f"{{{name}}}" in path for name in names)
        return st.fixed_dictionaries(
            {name: st.one_of(self.numbers, self.numbers, odd_text) for name in names}
        )

    def queries(self, operation):
        asked = {one["name"]: self.values(one["schema"]) for one in _in(operation, "query")}
        return st.fixed_dictionaries({}, optional=asked)

    def bodies(self, operation):
        body = operation.get("requestBody")
        if body is None:
            return st.just({})
        [(_kind, said)] = body["content"].items()
        return st.one_of(self.objects(self._whole(said["schema"])), _dictionaries)

    def objects(self, schema):
        parts = {name: self.values(one) for name, one in schema.get("properties", {}).items()}
        return st.fixed_dictionaries({}, optional=parts)

    def values(self, schema):
        return st.one_of(self.fitting(schema), self.fitting(schema), odd)

    def fitting(self, schema):
        """Of the kind that was asked for, but not always within its limits."""
        schema = self._whole(schema)
        if "anyOf" in schema:
            return st.one_of([self.fitting(one) for one in schema["anyOf"]])
        if "enum" in schema:
            return st.sampled_from(schema["enum"])
        if "const" in schema:
            return st.just(schema["const"])
        return self._of_kind(schema)

    def _of_kind(self, schema):
        kinds = {
            "array": lambda: st.lists(self.values(schema.get("items", {})), max_size=4),
            "boolean": st.booleans,
            "integer": lambda: st.one_of(self.numbers.map(int), st.integers(0, 100)),
            "null": st.none,
            "object": lambda: self.objects(schema),
            "string": lambda: _times if schema.get("format") == "date-time" else _texts,
        }
        return kinds.get(schema.get("type"), lambda: odd)()

    def _whole(self, schema):
        """What a reference points to."""
        while "$ref" in schema:
            schema = self.document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
        return schema


_texts = st.sampled_from(["Blocks", "FirstGen", "osei", "from:me blocks", "2026-03-20", "en"])
_times = st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1)).map(  # noqa: DTZ001 - said next
    lambda at: at.replace(tzinfo=UTC).isoformat()
)
_dictionaries = st.dictionaries(st.text(max_size=8), odd, max_size=3)


def _in(operation, where):
    return [one for one in operation.get("parameters", []) if one["in"] == where]

"""Foreign keys, like imports, point downwards; models stay private to their context."""

import tomllib
from pathlib import Path

from django.apps import apps

CONTRACTS = tomllib.loads(Path("pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
LAYERS = next(contract for contract in CONTRACTS if contract["id"] == "contexts")["layers"]
HEIGHT = {
    name.strip(" ()"): height
    for height, layer in enumerate(reversed(LAYERS))
    for name in layer.split("|")
}


def test_foreign_keys_point_downwards():
    upward = [
        f"{model.__name__}.{field.name} -> {field.related_model._meta.label}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model
        if model._meta.app_label in HEIGHT and field.related_model._meta.app_label in HEIGHT
        if model._meta.app_label != field.related_model._meta.app_label
        if HEIGHT[model._meta.app_label] <= HEIGHT[field.related_model._meta.app_label]
    ]

    assert upward == []


def test_every_context_with_models_keeps_them_to_itself():
    with_models = {
        f"corridor.{model._meta.app_label}.models"
        for model in apps.get_models()
        if model.__module__.startswith("corridor.")
    }
    protected = {
        module
        for contract in CONTRACTS
        if contract["type"] == "protected"
        for module in contract["protected_modules"]
    }

    assert with_models == protected

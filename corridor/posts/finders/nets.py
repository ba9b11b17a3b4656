"""Nets that lie in packages which an operator may install; nothing is ever fetched."""

import hashlib
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from corridor.algorithms.face_boxes import Numbers

RUNTIME = "onnxruntime"
FAILURES = ("Fail", "InvalidArgument", "RuntimeException", "EPFail", "NotImplemented")
"""Classes of its own that the runtime raises; each is an Exception and no more."""


class ModelIsAnother(Exception):
    """Its bytes are not those that were measured."""


class NetFailed(Exception):
    """It could not be asked about this picture."""


def is_installed(*modules: str) -> bool:
    return all(find_spec(one) is not None for one in modules)


def model(package: str, name: str, *, sha256: str) -> bytes:
    """Read without importing its package. Raises ModelIsAnother."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModelIsAnother(package)
    content = (Path(spec.submodule_search_locations[0]) / name).read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ModelIsAnother(name)
    return content


def session(content: bytes) -> Any:
    """A net ready to be asked, with one thread and no more memory than it needs."""
    runtime = import_module(RUNTIME)
    options = runtime.SessionOptions()
    options.intra_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 4
    return runtime.InferenceSession(content, options, providers=["CPUExecutionProvider"])


def asked(net: Any, name: str, numbers: Numbers) -> list[Numbers]:
    """What the net answers. Raises NetFailed."""
    state = import_module(f"{RUNTIME}.capi.onnxruntime_pybind11_state")
    failures = tuple(getattr(state, one) for one in FAILURES)
    try:
        answers: list[Numbers] = net.run(None, {name: numbers})
    except failures as failed:
        raise NetFailed from failed
    return answers

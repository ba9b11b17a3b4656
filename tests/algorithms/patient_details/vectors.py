"""Examples that the server and the browser are both held to."""

import json
from pathlib import Path

VECTORS = [
    json.loads(line)
    for line in (Path(__file__).with_name("vectors.jsonl")).read_text("utf-8").split("\n")
    if line
]

"""The check for patient details: what it finds in our own posts, and what that costs.

    python benchmarks/patient_details.py
    python benchmarks/patient_details.py /elsewhere/labelled.jsonl     the same on somebody else's

For other people's labelled texts `corridor check --evaluate FILE` prints the same. Each set is
measured in a process of its own, so that memory is what the check adds.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

HERE = Path(__file__).parents[1]
sys.path[0] = str(HERE)

from tests.algorithms.patient_details.sets.making import SPLITS, WRITTEN, posts, written


def main() -> None:
    for path in sys.argv[1:]:
        measure(path, path)
    if sys.argv[1:]:
        return
    with tempfile.TemporaryDirectory(prefix="corridor-patient-details-") as folder:
        for split in SPLITS:
            made = [one for kind in ("clean", "phi") for one in posts(split, kind)]
            measure(f"templates, {split}", write(made, Path(folder) / f"{split}.jsonl"))
        for name in WRITTEN:
            measure(f"written, {name}", write(written(name), Path(folder) / f"{name}.jsonl"))


def write(made: Iterable[Mapping[str, object]], path: Path) -> str:
    path.write_text("".join(json.dumps(one) + "\n" for one in made))
    return str(path)


def measure(title: str, path: str) -> None:
    print(f"\n== {title}", flush=True)
    command = [sys.executable, "-m", "corridor.cli.main", "check", "--evaluate", path]
    subprocess.run(command, check=True, cwd=HERE, env={**os.environ, "PYTHONPATH": str(HERE)})  # noqa: S603 - our own command


if __name__ == "__main__":
    main()

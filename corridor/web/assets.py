"""How fonts and icons are made from installed packages; `build_assets` runs it."""

import io
import json
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from zipfile import ZipFile

from corridor.algorithms import professional_notes

BUILT = Path(__file__).resolve().parent / "static" / "built"

CORE = (
    "U+0-FF, U+131, U+152-153, U+2BB-2BC, U+2C6, U+2DA, U+2DC, U+2000-206F, U+20AC, U+2122,"
    " U+2190-2193, U+2212, U+2248, U+2260, U+2264-2265"
)
NAMES = "U+100-130, U+132-151, U+154-24F, U+250-2AF, U+300-36F, U+1E00-1EFF"
"""Letters that names need beyond Western Europe; fetched only when a page has one."""

FACES = (
    ("fira-400", "fontpkg_fira_sans", "FiraSans-Regular.ttf", "Fira Sans", 400, CORE),
    ("fira-400-ext", "fontpkg_fira_sans", "FiraSans-Regular.ttf", "Fira Sans", 400, NAMES),
    ("fira-600", "fontpkg_fira_sans", "FiraSans-SemiBold.ttf", "Fira Sans", 600, CORE),
    ("fira-600-ext", "fontpkg_fira_sans", "FiraSans-SemiBold.ttf", "Fira Sans", 600, NAMES),
    ("zilla-600", "fontpkg_zilla_slab", "ZillaSlab-SemiBold.ttf", "Zilla Slab", 600, CORE),
    ("zilla-600-ext", "fontpkg_zilla_slab", "ZillaSlab-SemiBold.ttf", "Zilla Slab", 600, NAMES),
)
FEATURES = ["ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk", "tnum"]
FACE_RULE = """@font-face {{
  font-family: "{family}"; font-weight: {weight}; font-display: swap;
  src: url(fonts/{name}.woff2) format("woff2"); unicode-range: {letters};
}}
"""

PROFESSIONAL_NOTES = Path(str(files("corridor.algorithms.professional_notes") / "rules.json"))
PATIENT_DETAILS = Path(str(files("corridor.algorithms.patient_details") / "rules.json"))
EMPTY_DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"></svg>\n'


def build_fonts() -> None:
    """Raises ImportError when a package that it needs is not installed."""
    rules = []
    for name, package, file, family, weight, letters in FACES:
        source = files(package)
        cut_font((source / "files" / file).read_bytes(), letters, BUILT / "fonts" / f"{name}.woff2")
        licence = BUILT / "fonts" / f"LICENSE.{package.removeprefix('fontpkg_')}"
        licence.write_bytes((source / "LICENSE").read_bytes())
        rules.append(FACE_RULE.format(family=family, weight=weight, name=name, letters=letters))
    (BUILT / "fonts.css").write_text("".join(rules))


def cut_font(font: bytes, letters: str, path: Path) -> None:
    """Keeps the letters of a CSS unicode-range, and their accents and figures."""
    from fontTools import subset  # noqa: PLC0415 - half a second that only building needs
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - as above

    options = subset.Options(flavor="woff2", layout_features=FEATURES, hinting=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=_code_points(letters))
    with TTFont(io.BytesIO(font)) as face:
        cutter.subset(face)
        subset.save_font(face, str(path), options)


def build_icons(names: Iterable[str]) -> None:
    """Raises ImportError when Lucide is not installed, KeyError when it lacks an icon."""
    package = files("lucide")
    with ZipFile(io.BytesIO((package / "lucide.zip").read_bytes())) as drawings:
        symbols = [_symbol(name, drawings.read(f"{name}.svg").decode()) for name in names]
    opening = '<svg xmlns="http://www.w3.org/2000/svg">\n<!-- Lucide icons, ISC licence -->\n'
    (BUILT / "icons.svg").write_text(opening + "".join(symbols) + "</svg>\n")


def build_rules() -> None:
    """What the check in the browser reads: the rules for patient details, without their layout."""
    (BUILT / "patient-details.json").write_text(
        json.dumps(json.loads(PATIENT_DETAILS.read_text(encoding="utf-8")), separators=(",", ":"))
    )
    (BUILT / "professional-notes.json").write_text(
        json.dumps(professional_notes.document(), separators=(",", ":"))
    )


def _symbol(name: str, drawing: str) -> str:
    inside = drawing[drawing.index(">", drawing.index("<svg")) + 1 : drawing.rindex("</svg>")]
    shapes = "".join(line.strip() for line in inside.splitlines())
    return f'<symbol id="{name}" viewBox="0 0 24 24">{shapes}</symbol>\n'


def _code_points(letters: str) -> set[int]:
    points: set[int] = set()
    for part in letters.split(","):
        first, _, last = part.strip().removeprefix("U+").partition("-")
        points.update(range(int(first, 16), int(last or first, 16) + 1))
    return points

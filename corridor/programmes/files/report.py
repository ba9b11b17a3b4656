"""report.html: one page that stands alone, made of the same parts as the page in the browser."""

import re
from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from django.template import Context, Engine

from corridor.programmes.files.report_figures import report_figures
from corridor.programmes.files.results import Results

PACKAGE = Path(__file__).resolve().parents[2]
TEMPLATES = PACKAGE / "programmes" / "templates"
STYLES = PACKAGE / "web" / "static" / "styles"
FONTS = PACKAGE / "web" / "static" / "built" / "fonts"
FACES = (
    ("fira-400", "Fira Sans", 400),
    ("fira-600", "Fira Sans", 600),
    ("zilla-600", "Zilla Slab", 600),
)
"""Those of `web.assets`, as `build_assets` makes them."""
FACE = (
    '@font-face{{font-family:"{family}";font-weight:{weight};'
    'src:url(data:font/woff2;base64,{font}) format("woff2")}}\n'
)
STYLE_SHEETS = ("tokens.css", "report.css")
"""The tokens of the site, and what a report needs beside them."""


def write_report(stream: BinaryIO, *, results: Results) -> None:
    write_page(stream, "report/page.html", report_figures(results))


def write_page(stream: BinaryIO, template: str, values: dict[str, Any]) -> None:
    page = _engine().get_template(template).render(Context({**values, "style": style_sheet()}))
    stream.write(page.encode())


@cache
def style_sheet() -> str:
    texts = (STYLES / name for name in STYLE_SHEETS)
    whole = "\n".join(path.read_text(encoding="utf-8") for path in texts)
    return _fonts() + re.sub(r"/\*.*?\*/", "", whole, flags=re.DOTALL)


def _fonts() -> str:
    """The letters of Western Europe within the page; where none are built, the system has some."""
    return "".join(
        FACE.format(family=family, weight=weight, font=b64encode(font.read_bytes()).decode())
        for name, family, weight in FACES
        if (font := FONTS / f"{name}.woff2").is_file()
    )


@cache
def _engine() -> Engine:
    return Engine(
        dirs=[str(TEMPLATES)],
        libraries={"i18n": "django.templatetags.i18n"},
        builtins=["django.templatetags.i18n"],
        autoescape=True,
    )

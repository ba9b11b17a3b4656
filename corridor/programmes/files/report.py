"""report.html: one page that stands alone, made of the same parts as the page in the browser."""

import re
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from django.template import Context, Engine

from corridor.programmes.files.report_figures import report_figures
from corridor.programmes.files.results import Results

PACKAGE = Path(__file__).resolve().parents[2]
TEMPLATES = PACKAGE / "programmes" / "templates"
STYLES = PACKAGE / "web" / "static" / "styles"
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
    return re.sub(r"/\*.*?\*/", "", whole, flags=re.DOTALL)


@cache
def _engine() -> Engine:
    return Engine(
        dirs=[str(TEMPLATES)],
        libraries={"i18n": "django.templatetags.i18n"},
        builtins=["django.templatetags.i18n"],
        autoescape=True,
    )

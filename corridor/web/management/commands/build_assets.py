"""Draw the icons into one file, cut the fonts down to what pages use, and lay out rules.

Fonts and icons come from installed packages, never from another server. Where a package is
missing, pages use the system's fonts, or show labels without icons, and this says so.
"""

import hashlib
import shutil
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from corridor.web import assets
from corridor.web.icons import ICONS

PACKAGES = ("fonttools", "brotli", "fontpkg-fira-sans", "fontpkg-zilla-slab", "lucide")


class Command(BaseCommand):
    help = "Build fonts and icons into corridor/web/static/built."

    def handle(self, *, verbosity: int = 1, **options: Any) -> None:
        del options
        if is_built():
            if verbosity:
                self.stdout.write(_("Fonts and icons are up to date."))
            return
        self.stdout.write(_("Building fonts and icons ..."))
        shutil.rmtree(assets.BUILT, ignore_errors=True)
        (assets.BUILT / "fonts").mkdir(parents=True)
        self._build_fonts()
        self._build_icons()
        assets.build_rules()
        _kept_recipe().write_text(_recipe())

    def _build_fonts(self) -> None:
        try:
            assets.build_fonts()
        except ImportError as missing:
            (assets.BUILT / "fonts.css").write_text("/* The system's fonts. */\n")
            self._warn(_("Pages use the system's fonts"), missing)

    def _build_icons(self) -> None:
        try:
            assets.build_icons(ICONS)
        except ImportError as missing:
            (assets.BUILT / "icons.svg").write_text(assets.EMPTY_DRAWING)
            self._warn(_("Pages have no icons"), missing)

    def _warn(self, what: str, missing: ImportError) -> None:
        self.stderr.write(
            _("%(what)s: the package %(package)s is not installed.")
            % {"what": what, "package": missing.name}
        )


def is_built() -> bool:
    return _kept_recipe().exists() and _kept_recipe().read_text() == _recipe()


def _kept_recipe() -> Path:
    return assets.BUILT / "recipe"


def _recipe() -> str:
    """Changes whenever the outcome would."""
    lines = [f"{package} {_version(package)}" for package in PACKAGES]
    code = Path(assets.__file__).read_bytes() + repr(ICONS).encode()
    code += assets.PATIENT_DETAILS.read_bytes() + assets.PROFESSIONAL_NOTES.read_bytes()
    return "\n".join([*lines, hashlib.sha256(code).hexdigest()])


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "-"

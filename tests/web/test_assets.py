import pytest
from django.core.management import call_command
from fontTools.ttLib import TTFont

from corridor.web import assets
from corridor.web.icons import ICONS
from tests.thoroughly import thoroughly


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Fonts and icons, built once for this module and apart from those that are served."""
    folder = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assets, "BUILT", folder)
        call_command("build_assets")
        yield folder


@thoroughly
@pytest.mark.parametrize("name", ["Tọ́mi Adéyẹmí", "Ɓala Yusuf", "Nguyễn Thị Ánh", "Łucja Żółć"])
def test_names_from_many_languages_are_drawn_in_full(built, name):
    fonts = [TTFont(built / "fonts" / f"{face}.woff2") for face in ("fira-400", "fira-400-ext")]
    drawn = {point for font in fonts for point in font.getBestCmap()}

    assert {letter for letter in name if ord(letter) not in drawn} == set()


@thoroughly
def test_a_page_in_english_fetches_at_most_fifty_kilobytes_of_fonts(built):
    faces = ("fira-400", "fira-600", "zilla-600")

    size = sum((built / "fonts" / f"{face}.woff2").stat().st_size for face in faces)

    assert size <= 50_000


@thoroughly
def test_licences_lie_beside_the_fonts(built):
    assert "SIL OPEN FONT LICENSE" in (built / "fonts" / "LICENSE.fira_sans").read_text().upper()


@thoroughly
def test_every_icon_is_drawn(built):
    drawing = (built / "icons.svg").read_text()

    assert [name for name in ICONS if f'<symbol id="{name}"' not in drawing] == []


@thoroughly
def test_building_again_changes_nothing(built):
    before = {path: path.stat().st_mtime_ns for path in built.rglob("*")}

    call_command("build_assets")

    assert {path: path.stat().st_mtime_ns for path in built.rglob("*")} == before


def test_without_the_font_packages_pages_use_the_systems_fonts(monkeypatch, tmp_path, capsys):
    def missing(*_):
        raise ModuleNotFoundError("No module named 'fontpkg_fira_sans'", name="fontpkg_fira_sans")

    monkeypatch.setattr(assets, "BUILT", tmp_path)
    monkeypatch.setattr(assets, "files", missing)

    call_command("build_assets")

    assert "@font-face" not in (tmp_path / "fonts.css").read_text()
    assert "Pages use the system's fonts" in capsys.readouterr().err

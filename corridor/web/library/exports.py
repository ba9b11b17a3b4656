"""A tutorial to cite and to take away."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from corridor.algorithms.citations import Citable, bibtex, csl_json, plain, ris
from corridor.library.exports.markdown import markdown
from corridor.people.letters import address_of_page
from corridor.web.library.reading import read_or_404, tutorial_or_404
from corridor.web.viewer import ViewerRequest

if TYPE_CHECKING:
    from corridor.library.queries import ReadTutorial

FORMS: dict[str, tuple[Callable[[Citable], str], str, str]] = {
    "bibtex": (bibtex, "application/x-bibtex", "bib"),
    "ris": (ris, "application/x-research-info-systems", "ris"),
    "csl": (csl_json, "application/vnd.citationstyles.csl+json", "json"),
    "plain": (plain, "text/plain", "txt"),
}


@require_safe
def cite(request: ViewerRequest, slug: str) -> HttpResponse:
    cited = _cited(_newest(request, slug))
    shown = {"bibtex": bibtex(cited), "ris": ris(cited), "csl": csl_json(cited)}
    context = {"cited": cited, "slug": slug, "plain": plain(cited), "forms": shown}
    return render(request, "library/cite.html", context)


@require_safe
def citation(request: ViewerRequest, slug: str, form: str) -> HttpResponse:
    if form not in FORMS:
        raise Http404
    written, kind, ending = FORMS[form]
    cited = _cited(_newest(request, slug))
    return _file(written(cited).encode(), f"{kind}; charset=utf-8", f"{cited.key}.{ending}")


@require_safe
def text(request: ViewerRequest, slug: str) -> HttpResponse:
    read = _newest(request, slug)
    words = markdown(read, _cited(read))
    return _file(words.encode(), "text/markdown; charset=utf-8", f"{slug}.md")


@require_safe
def as_pdf(request: ViewerRequest, slug: str) -> HttpResponse:
    read = _newest(request, slug)
    from corridor.library.exports.pdf import pdf  # noqa: PLC0415 - fonts take megabytes

    return _file(pdf(read, _cited(read)), "application/pdf", f"{slug}.pdf")


def _newest(request: ViewerRequest, slug: str) -> "ReadTutorial":
    found = tutorial_or_404(request, slug)
    return read_or_404(request, found, found.published)


def _cited(read: "ReadTutorial") -> Citable:
    """The address of the version, which says the same whatever is published later."""
    published_at = read.version.published_at
    if published_at is None:
        raise Http404
    slug, number = read.tutorial.slug, read.version.number
    return Citable(
        author=read.tutorial.author.display_name,
        title=read.version.title,
        published_on=localdate(published_at),
        version=number,
        url=address_of_page("tutorial-version", slug, number),
        publisher="Corridor",
        language=read.version.language,
    )


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer

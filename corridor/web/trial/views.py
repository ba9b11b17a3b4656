"""`/try/`: files in, the report out, nothing kept."""

from base64 import b64encode
from http import HTTPStatus

from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from corridor.kernel.rate_limits import is_within_limit
from corridor.programmes.files.report_figures import report_figures
from corridor.programmes.intake.people import MENTEES, MENTORS, PeopleFile
from corridor.programmes.intake.problems import InputRejected
from corridor.programmes.intake.rounds import RoundFiles
from corridor.programmes.intake.sources import Source
from corridor.web.trial import run
from corridor.web.trial.forms import OF_THE_ROUND, TrialForm
from corridor.web.trial.uploads import LARGEST_UPLOAD, InMemoryOnly
from corridor.web.viewer import ViewerRequest

MOST_AN_HOUR = 30
"""Runs from one address: a whole class may sit behind one."""


@csrf_exempt  # the token is checked below, once uploads can no longer reach the disk
@never_cache
@require_http_methods(["GET", "POST"])
def trial(request: ViewerRequest) -> HttpResponse:
    request.upload_handlers = [InMemoryOnly(request)]
    return _answer(request)


@require_safe
def sample(request: HttpRequest) -> FileResponse:
    del request
    return FileResponse(
        run.SAMPLE.open("rb"),
        as_attachment=True,
        filename="people.csv",
        content_type="text/csv; charset=utf-8",
    )


@require_safe
def sample_map(request: HttpRequest) -> FileResponse:
    del request
    return FileResponse(
        run.SAMPLE_MAP.open("rb"),
        as_attachment=True,
        filename="map.toml",
        content_type="application/toml; charset=utf-8",
    )


@csrf_protect
def _answer(request: ViewerRequest) -> HttpResponse:
    if request.method == "GET":
        return _form(request, TrialForm())
    form = TrialForm(request.POST, request.FILES)
    is_valid = form.is_valid()
    if "again" in request.POST:
        return _form(request, TrialForm(initial=form.cleaned_data))
    people = _people(request)
    if not people:
        form.add_error("people", _missing(request))
    if not (is_valid and people):
        return _form(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return _matched(request, form, people)


def _matched(request: ViewerRequest, form: TrialForm, people: list[PeopleFile]) -> HttpResponse:
    if not is_within_limit(request, "trial", most=MOST_AN_HOUR, seconds=3600):
        said = _("Matching was tried often from your network; wait an hour, or run it yourself.")
        form.add_error(None, said)
        return _form(request, form, status=HTTPStatus.TOO_MANY_REQUESTS)
    try:
        found = run.try_matching(_given(request, form, people), today=request.now.date())
    except InputRejected as rejected:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return _form(request, form, rejected=rejected, status=status)
    except run.Busy:
        form.add_error(None, _("Somebody else is trying matching right now; try again soon."))
        return _form(request, form, status=HTTPStatus.SERVICE_UNAVAILABLE)
    context = {
        **report_figures(found.results),
        "form": form,
        "warnings": found.warnings,
        "archive": b64encode(found.archive).decode(),
    }
    return render(request, "trial/result.html", context)


def _given(request: HttpRequest, form: TrialForm, people: list[PeopleFile]) -> run.Given:
    return run.Given(
        people=people,
        options=form.options(),
        groups=form.group_titles(),
        map=_source(request, "map"),
        round=RoundFiles(**{name: _source(request, name) for name in OF_THE_ROUND}),
        time_zone=form.cleaned_data["time_zone"],
    )


def _people(request: HttpRequest) -> list[PeopleFile]:
    if "sample" in request.POST:
        return [PeopleFile(source=run.sample())]
    people, mentors = _source(request, "people"), _source(request, "mentors")
    if people is None:
        return []
    if mentors is None:
        return [PeopleFile(source=people)]
    return [PeopleFile(source=people, side=MENTEES), PeopleFile(source=mentors, side=MENTORS)]


def _source(request: HttpRequest, name: str) -> Source | None:
    uploaded = request.FILES.get(name)
    if not isinstance(uploaded, UploadedFile):
        return None
    return Source(name=uploaded.name or _("file"), content=uploaded.read())


def _missing(request: HttpRequest) -> str:
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_UPLOAD:
        text = _("The files are larger than %(mb)d MB; `corridor match` takes larger ones.")
        return text % {"mb": LARGEST_UPLOAD >> 20}
    if "mentors" in request.FILES:
        return _("Choose the file of the mentees as well, or give everybody here in one file.")
    return _("Choose a file, or use the sample.")


def _form(
    request: HttpRequest,
    form: TrialForm,
    *,
    rejected: InputRejected | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    form.ask_again(request.FILES)
    context = {
        "form": form,
        "problems": rejected.problems if rejected else (),
        "more": rejected.more if rejected else 0,
        "most_people": run.MOST_PEOPLE,
        "megabytes": run.LIMITS.size >> 20,
    }
    return render(request, "trial/form.html", context, status=status)

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

from corridor.programmes.files.report_figures import report_figures
from corridor.programmes.intake.people import MENTEES, MENTORS, PeopleFile
from corridor.programmes.intake.problems import InputRejected
from corridor.programmes.intake.sources import Source
from corridor.web.rate_limits import is_within_limit
from corridor.web.trial import run
from corridor.web.trial.forms import TrialForm
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


@csrf_protect
def _answer(request: ViewerRequest) -> HttpResponse:
    if request.method == "GET":
        return _form(request, TrialForm())
    form = TrialForm(request.POST, request.FILES)
    if not form.is_valid():
        return _form(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    files = _files(request)
    if not files:
        form.add_error("people", _missing(request))
        return _form(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return _matched(request, form, files)


def _matched(request: ViewerRequest, form: TrialForm, files: list[PeopleFile]) -> HttpResponse:
    if not is_within_limit(request, "trial", most=MOST_AN_HOUR, seconds=3600):
        said = _("Matching was tried often from your network; wait an hour, or run it yourself.")
        form.add_error(None, said)
        return _form(request, form, status=HTTPStatus.TOO_MANY_REQUESTS)
    try:
        found = run.try_matching(
            files, form.options(), form.group_titles(), today=request.now.date()
        )
    except InputRejected as rejected:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return _form(request, form, rejected=rejected, status=status)
    except run.Busy:
        form.add_error(None, _("Somebody else is trying matching right now; try again soon."))
        return _form(request, form, status=HTTPStatus.SERVICE_UNAVAILABLE)
    context = {
        **report_figures(found.results),
        "warnings": found.warnings,
        "archive": b64encode(found.archive).decode(),
    }
    return render(request, "trial/result.html", context)


def _files(request: HttpRequest) -> list[PeopleFile]:
    if "sample" in request.POST:
        return [PeopleFile(source=run.sample())]
    people, mentors = request.FILES.get("people"), request.FILES.get("mentors")
    if not isinstance(people, UploadedFile):
        return []
    if not isinstance(mentors, UploadedFile):
        return [PeopleFile(source=_source(people))]
    return [
        PeopleFile(source=_source(people), side=MENTEES),
        PeopleFile(source=_source(mentors), side=MENTORS),
    ]


def _source(uploaded: "UploadedFile[bytes]") -> Source:
    return Source(name=uploaded.name or _("file"), content=uploaded.read())


def _missing(request: HttpRequest) -> str:
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_UPLOAD:
        text = _("The files are larger than %(mb)d MB; `corridor match` takes larger ones.")
        return text % {"mb": LARGEST_UPLOAD >> 20}
    return _("Choose a file, or use the sample.")


def _form(
    request: HttpRequest,
    form: TrialForm,
    *,
    rejected: InputRejected | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    context = {
        "form": form,
        "problems": rejected.problems if rejected else (),
        "more": rejected.more if rejected else 0,
        "most_people": run.MOST_PEOPLE,
        "megabytes": run.LIMITS.size >> 20,
    }
    return render(request, "trial/form.html", context, status=status)

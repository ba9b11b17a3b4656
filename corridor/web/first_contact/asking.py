"""A question to all mentors, without a name."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.mentoring import actions, queries
from corridor.mentoring.queries import ShownQuestion
from corridor.people.vocabulary import TOPICS
from corridor.web.first_contact.forms import AnswerForm, AskForm
from corridor.web.first_contact.refusals import REFUSED, sentence
from corridor.web.given_numbers import LARGEST, number_in
from corridor.web.pressed import pressed
from corridor.web.viewer import MemberRequest, member_required


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def ask(request: MemberRequest) -> HttpResponse:
    form = AskForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            made = actions.ask_mentors(**form.cleaned_data, by=request.profile, now=request.now)
        except REFUSED as refused:
            form.add_error("words", sentence(refused))
        else:
            messages.success(request, _("Asked. You are told of each answer."))
            return redirect("question", made.pk)
    topic = request.GET.get("topic", "")
    topic = topic if topic in TOPICS else ""
    found = queries.questions(request.profile, topic=topic, now=request.now)
    context = {
        "form": form,
        "topic": topic,
        "topics": TOPICS,
        "questions": [one for one in found if not one.is_own],
        "own": queries.own_questions(request.profile, now=request.now),
    }
    return render(request, "first_contact/ask.html", context, status=422 if form.errors else 200)


@require_safe
@member_required
def question(request: MemberRequest, number: int) -> HttpResponse:
    return _page(request, _question_or_404(request, number), AnswerForm())


@require_POST
@member_required
def answer(request: MemberRequest, number: int) -> HttpResponse:
    shown = _question_or_404(request, number)
    form = AnswerForm(request.POST)
    if form.is_valid():
        try:
            actions.answer_question(
                number, words=form.cleaned_data["words"], by=request.profile, now=request.now
            )
        except REFUSED as refused:
            form.add_error("words", sentence(refused))
        else:
            messages.success(request, _("Your answer stands below the question."))
            return redirect("question", number)
    return _page(request, shown, form)


@require_POST
@member_required
def thank(request: MemberRequest, number: int) -> HttpResponse:
    _question_or_404(request, number)
    answer_id = number_in(request.POST.get("answer", "")) or 0
    try:
        actions.thank_for_answer(answer_id, by=request.profile)
    except actions.NotYourQuestion as nothing:
        raise Http404 from nothing
    return redirect("question", number)


@require_POST
@member_required
def end(request: MemberRequest, number: int) -> HttpResponse:
    """Closed, and its answers stay; or taken back with them."""
    if not _question_or_404(request, number).is_own:
        raise Http404
    is_gone = pressed(request, "deed", ("close", "take_back")) == "take_back"
    try:
        if is_gone:
            actions.take_back_question(number, by=request.profile)
        else:
            actions.close_question(number, by=request.profile, now=request.now)
    except actions.NotYourQuestion as nothing:
        raise Http404 from nothing
    words = _("Taken back, with its answers.") if is_gone else _("Closed. Its answers stay.")
    messages.success(request, words)
    return redirect("ask")


def _question_or_404(request: MemberRequest, number: int) -> ShownQuestion:
    found = queries.question(min(number, LARGEST), viewer=request.profile, now=request.now)
    if found is None:
        raise Http404
    return found


def _page(request: MemberRequest, shown: ShownQuestion, form: AnswerForm) -> HttpResponse:
    own = [one for one in shown.answers if one.by_id == request.profile.pk]
    if own and not form.is_bound:
        form = AnswerForm(initial={"words": own[0].words})
    context = {"shown": shown, "form": form, "has_answered": bool(own)}
    status = 422 if form.errors else 200
    return render(request, "first_contact/question.html", context, status=status)

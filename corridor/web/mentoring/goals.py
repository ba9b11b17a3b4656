"""Goals of a relationship, and their steps."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.mentoring import actions
from corridor.mentoring.goal_templates import TEMPLATES, templates_for
from corridor.web.mentoring.forms import ChangeGoalForm, CommentForm, GoalForm, StepForm
from corridor.web.mentoring.refusals import REFUSED, sentence
from corridor.web.mentoring.rights import done, goal_or_404
from corridor.web.pressed import pressed
from corridor.web.relationship_pages import of_relationship
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from django import forms

    from corridor.mentoring.models import Goal, Relationship


@require_http_methods(["GET", "HEAD", "POST"])
@of_relationship
def add(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    if request.method == "POST":
        form = GoalForm(request.POST)
        if form.is_valid():
            try:
                goal = actions.add_goal(
                    relationship.pk, form.new_goal(), by=request.profile, now=request.now
                )
            except REFUSED as refusal:
                form.add_error(None, sentence(refusal))
            else:
                messages.success(request, _("A goal. Dates for its steps can be set here."))
                return redirect("goal", relationship.pk, goal.pk)
    else:
        form = GoalForm(initial=_from_template(request.GET.get("template", "")))
    context = {
        "relationship": relationship,
        "other": relationship.other_than(request.profile),
        "form": form,
        "templates": templates_for(relationship.mentee.stage),
    }
    status = 422 if form.errors else 200
    return render(request, "mentoring/goal_add.html", context, status=status)


def _from_template(key: str) -> dict[str, object]:
    for one in TEMPLATES:
        if one.key == key:
            return {"title": one.title, "steps": "\n".join(map(str, one.steps))}
    return {}


@require_safe
@of_relationship
def goal(request: MemberRequest, relationship: "Relationship", goal_id: int) -> HttpResponse:
    return _page(request, relationship, goal_or_404(request, relationship, goal_id))


def _page(
    request: MemberRequest,
    relationship: "Relationship",
    goal: "Goal",
    **given: "forms.Form",
) -> HttpResponse:
    """With what was written and could not be kept."""
    words = goal.words
    initial = {**words, "is_private": goal.is_private}
    context = {
        "relationship": relationship,
        "other": relationship.other_than(request.profile),
        "goal": goal,
        "words": words,
        "is_stuck": goal.is_stuck(request.now),
        "is_own": goal.by_id == request.profile.pk,
        "steps": list(goal.steps.all()),
        "comments": list(goal.comments.all()),
        "step_form": given.get("step_form") or StepForm(),
        "comment_form": given.get("comment_form") or CommentForm(),
        "change_form": given.get("change_form") or ChangeGoalForm(initial=initial),
        "changes": "change_form" in given,
        "form": next(iter(given.values()), None),
        "today": request.now.date(),
    }
    return render(request, "mentoring/goal.html", context, status=422 if given else 200)


@require_POST
@of_relationship
def change(request: MemberRequest, relationship: "Relationship", goal_id: int) -> HttpResponse:
    found = goal_or_404(request, relationship, goal_id)
    form = ChangeGoalForm(request.POST)
    if form.is_valid():
        try:
            actions.change_goal(found.pk, form.new_goal(), by=request.profile, now=request.now)
        except REFUSED as refusal:
            form.add_error("title", sentence(refusal))
        else:
            return redirect("goal", relationship.pk, found.pk)
    return _page(request, relationship, found, change_form=form)


@require_POST
@of_relationship
def end(request: MemberRequest, relationship: "Relationship", goal_id: int) -> HttpResponse:
    """Reached or dropped, or open again."""
    found = goal_or_404(request, relationship, goal_id)
    how = pressed(request, "how", ("reached", "dropped", "open"))
    if how == "open":
        return done(
            request,
            lambda: actions.reopen_goal(found.pk, by=request.profile, now=request.now),
            says=_("Open again."),
            then=redirect("goal", relationship.pk, found.pk),
        )
    is_reached = how == "reached"
    return done(
        request,
        lambda: actions.end_goal(
            found.pk, is_reached=is_reached, by=request.profile, now=request.now
        ),
        says=_("Reached. Well done.") if is_reached else _("Dropped. That is a decision, too."),
        then=redirect("goal", relationship.pk, found.pk),
    )


@require_POST
@of_relationship
def add_step(request: MemberRequest, relationship: "Relationship", goal_id: int) -> HttpResponse:
    found = goal_or_404(request, relationship, goal_id)
    form = StepForm(request.POST)
    if form.is_valid():
        try:
            actions.add_step(found.pk, form.new_step(), by=request.profile, now=request.now)
        except REFUSED as refusal:
            form.add_error("text", sentence(refusal))
        else:
            return redirect(f"{reverse('goal', args=[relationship.pk, found.pk])}#steps")
    return _page(request, relationship, found, step_form=form)


@require_POST
@of_relationship
def tick(
    request: MemberRequest, relationship: "Relationship", goal_id: int, step_id: int
) -> HttpResponse:
    """Done, not done, or taken out."""
    found = goal_or_404(request, relationship, goal_id)
    how = pressed(request, "how", ("done", "undone", "remove"))

    def do() -> None:
        if all(step.pk != step_id for step in found.steps.all()):
            raise actions.StepNotThere
        if how == "remove":
            actions.remove_step(step_id, by=request.profile, now=request.now)
        else:
            actions.tick_step(step_id, is_done=how == "done", by=request.profile, now=request.now)

    back = redirect(f"{reverse('goal', args=[relationship.pk, found.pk])}#steps")
    return done(request, do, says="", then=back)


@require_POST
@of_relationship
def comment(request: MemberRequest, relationship: "Relationship", goal_id: int) -> HttpResponse:
    found = goal_or_404(request, relationship, goal_id)
    form = CommentForm(request.POST)
    if form.is_valid():
        text = form.cleaned_data["text"].replace("\r\n", "\n")
        try:
            actions.comment_on_goal(found.pk, text, by=request.profile, now=request.now)
        except REFUSED as refusal:
            form.add_error("text", sentence(refusal))
        else:
            return redirect(f"{reverse('goal', args=[relationship.pk, found.pk])}#talk")
    return _page(request, relationship, found, comment_form=form)

import pytest
from django.template import Context, Template, TemplateSyntaxError

from corridor.web.templatetags.components import initials


def render(source, **context):
    return Template("{% load components %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Amara Nwosu", "AN"),
        ("Dr Kwabena Osei", "KO"),
        ("Prof. Astrid Lindqvist", "AL"),
        ("Maria da Silva Santos", "MS"),
        ("Ɓala Yusuf", "ƁY"),
        ("Cher", "C"),
        ("", ""),
    ],
)
def test_initials_are_those_of_the_first_and_last_name_without_titles(name, letters):
    assert initials(name) == letters


def test_an_avatar_keeps_its_colour():
    once, again = (render('{% avatar "Amara Nwosu" %}') for _ in range(2))

    assert once == again


def test_a_name_cannot_bring_markup_along():
    assert "<script>" not in render("{% avatar name %}", name="<script>alert</script>")


def test_an_icon_beside_text_is_hidden_from_screen_readers():
    assert 'aria-hidden="true"' in render('{% icon "check" %}')


def test_an_icon_alone_says_what_it_means():
    assert 'role="img" aria-label="Done"' in render('{% icon "check" "Done" %}')


def test_an_icon_that_was_not_built_is_a_mistake_in_the_template():
    with pytest.raises(TemplateSyntaxError, match="unicorn"):
        render('{% icon "unicorn" %}')


@pytest.mark.parametrize(("percent", "width"), [(64, "64%"), (-3, "0%"), (120, "100%")])
def test_a_bar_stays_between_nothing_and_all(percent, width):
    assert f'width="{width}"' in render("{% bar percent %}", percent=percent)

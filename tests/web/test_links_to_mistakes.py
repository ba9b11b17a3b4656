"""The list of mistakes above a form leads to each field, also where that is a group of boxes."""

import re

import pytest

FORMS = [
    ("/welcome/choice/", {}),
    ("/welcome/goals/", {"goals": "nonsense"}),
    ("/welcome/room/", {"capacity": "many"}),
    ("/you/offers/", {"offer-mentor-is_given": "on", "offer-mentor-capacity": "many"}),
    ("/you/self-description/", {"way-options": "nonsense", "way-audience": "nobody"}),
    ("/you/profile/hours/", {"time_zone": "Mars/Olympus"}),
    ("/you/profile/work/", {"stage": "KING"}),
    ("/you/profile/handle/", {"handle": "#"}),
]


@pytest.mark.parametrize(("path", "wrong"), FORMS)
def test_every_mistake_leads_to_its_field(signed_in, amara, path, wrong):
    page = signed_in(amara).post(path, wrong).text

    summary = re.search(r'<ul class="summary">(.*?)</ul>', page, re.DOTALL)[1]
    targets = re.findall(r'<a href="#([^"]*)"', summary)
    assert targets
    assert [one for one in targets if f'id="{one}"' not in page] == []

import pytest

from corridor.algorithms.named_fields import named_fields


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("A block is safer, say my friends in anesthesiology.", {"anaesthesiology"}),
        ("#RegionalAnaesthesia for hips", {"anaesthesiology"}),
        ("What cardiology and neurology owe each other", {"internal-medicine", "neurology"}),
        ("OBSTETRICS & GYNECOLOGY rounds", {"obstetrics-gynaecology"}),
        ("Medicine is a team sport; ask a GP or the ICU.", set()),
        ("A dose of 15 mg/kg of paracetamol", set()),
        ("Retina scans of cyclists", set()),
        ("Undecided", set()),
        ("", set()),
    ],
)
def test_fields_are_named_by_name(text, fields):
    assert named_fields(text) == fields

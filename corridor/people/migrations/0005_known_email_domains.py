"""A start for the table of domains, to be added to at the desk or by `corridor domains import`."""

from datetime import UTC, datetime
from typing import Any

from django.db import migrations

SOURCE = "entered by hand, 2026"
ENTERED_AT = datetime(2026, 11, 29, tzinfo=UTC)

KNOWN = {
    "US": """
        bcm.edu Baylor College of Medicine
        cdrewu.edu Charles R. Drew University of Medicine and Science
        chop.edu Children's Hospital of Philadelphia
        ccf.org Cleveland Clinic
        clevelandclinic.org Cleveland Clinic
        columbia.edu Columbia University
        duke.edu Duke University
        emory.edu Emory University
        emoryhealthcare.org Emory Healthcare
        harvard.edu Harvard University
        hopkinsmedicine.org Johns Hopkins Medicine
        howard.edu Howard University
        jh.edu Johns Hopkins University
        jhmi.edu Johns Hopkins Medical Institutions
        jhu.edu Johns Hopkins University
        kp.org Kaiser Permanente
        mayo.edu Mayo Clinic
        mdanderson.org MD Anderson Cancer Center
        mgb.org Mass General Brigham
        mmc.edu Meharry Medical College
        mountsinai.org Mount Sinai Health System
        msm.edu Morehouse School of Medicine
        mskcc.org Memorial Sloan Kettering Cancer Center
        mssm.edu Icahn School of Medicine at Mount Sinai
        nih.gov National Institutes of Health
        nyulangone.org NYU Langone Health
        partners.org Mass General Brigham
        stanford.edu Stanford University
        stanfordhealthcare.org Stanford Health Care
        ucla.edu University of California, Los Angeles
        ucsf.edu University of California, San Francisco
        umich.edu University of Michigan
        unc.edu University of North Carolina at Chapel Hill
        upenn.edu University of Pennsylvania
        upmc.edu UPMC
        uw.edu University of Washington
        va.gov Department of Veterans Affairs
        vanderbilt.edu Vanderbilt University
        vumc.org Vanderbilt University Medical Center
        yale.edu Yale University
    """,
    "AU": """
        sydney.edu.au University of Sydney
        unimelb.edu.au University of Melbourne
    """,
    "BR": "usp.br Universidade de São Paulo",
    "CA": """
        mcgill.ca McGill University
        ubc.ca University of British Columbia
        uhn.ca University Health Network
        utoronto.ca University of Toronto
    """,
    "CH": """
        chuv.ch Centre hospitalier universitaire vaudois
        usz.ch Universitätsspital Zürich
    """,
    "DE": """
        charite.de Charité – Universitätsmedizin Berlin
        uni-heidelberg.de Universität Heidelberg
    """,
    "EG": "cu.edu.eg Cairo University",
    "FR": "aphp.fr Assistance publique – Hôpitaux de Paris",
    "GB": """
        cam.ac.uk University of Cambridge
        ed.ac.uk University of Edinburgh
        imperial.ac.uk Imperial College London
        kcl.ac.uk King's College London
        manchester.ac.uk University of Manchester
        nhs.net NHSmail
        ox.ac.uk University of Oxford
        ucl.ac.uk University College London
    """,
    "GH": "ug.edu.gh University of Ghana",
    "IE": """
        rcsi.com RCSI University of Medicine and Health Sciences
        tcd.ie Trinity College Dublin
        ucd.ie University College Dublin
    """,
    "IN": "aiims.edu All India Institute of Medical Sciences",
    "JP": "u-tokyo.ac.jp University of Tokyo",
    "KE": "uonbi.ac.ke University of Nairobi",
    "MX": "unam.mx Universidad Nacional Autónoma de México",
    "NG": """
        ui.edu.ng University of Ibadan
        unilag.edu.ng University of Lagos
    """,
    "NL": """
        amsterdamumc.nl Amsterdam UMC
        umcutrecht.nl UMC Utrecht
    """,
    "NZ": """
        auckland.ac.nz University of Auckland
        otago.ac.nz University of Otago
    """,
    "SE": "ki.se Karolinska Institutet",
    "SG": "nus.edu.sg National University of Singapore",
    "ZA": "uct.ac.za University of Cape Town",
}
FOR_LIFE = """
    alumni.stanford.edu Stanford alumni
    post.harvard.edu Harvard alumni
"""
"""Mailboxes that people keep when they leave: they say nothing of today."""


def enter(apps: Any, schema_editor: object) -> None:
    domains = apps.get_model("people", "EmailDomain").objects
    for country, lines in KNOWN.items():
        _enter(domains, lines, country=country, is_active=True)
    _enter(domains, FOR_LIFE, country="US", is_active=False)


def _enter(domains: Any, lines: str, *, country: str, is_active: bool) -> None:
    for line in filter(None, map(str.strip, lines.splitlines())):
        domain, institution = line.split(" ", 1)
        domains.get_or_create(
            domain=domain,
            defaults={
                "institution": institution,
                "country": country,
                "source": SOURCE,
                "added_at": ENTERED_AT,
                "is_active": is_active,
            },
        )


def take_out(apps: Any, schema_editor: object) -> None:
    apps.get_model("people", "EmailDomain").objects.filter(source=SOURCE).delete()


class Migration(migrations.Migration):
    dependencies = [("people", "0004_evidence_and_notes_of_verification")]

    operations = [migrations.RunPython(enter, take_out)]

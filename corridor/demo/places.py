"""Schools and hospitals that do not exist, in places and time zones that do."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Institution:
    name: str
    country: str
    zone: str
    is_school: bool = False
    """Has students; the others have residents and staff."""


def _hospital(name: str, country: str, zone: str) -> Institution:
    return Institution(name=name, country=country, zone=zone)


def _school(name: str, country: str, zone: str) -> Institution:
    return Institution(name=name, country=country, zone=zone, is_school=True)


INSTITUTIONS = (
    _school("Lakeshore State School of Medicine", "US", "America/Chicago"),
    _school("Cedar Bluff College of Medicine", "US", "America/New_York"),
    _school("Mesa Roja School of Medicine", "US", "America/Phoenix"),
    _school("Pacific Crescent Medical School", "US", "America/Los_Angeles"),
    _hospital("Prairie Union Medical Center", "US", "America/Chicago"),
    _hospital("Tidewater Beacon Hospital", "US", "America/New_York"),
    _hospital("Sundial Canyon Medical Center", "US", "America/Phoenix"),
    _hospital("Golden Ferry Hospital", "US", "America/Los_Angeles"),
    _hospital("Makani Ridge Medical Center", "US", "Pacific/Honolulu"),
    _school("Boreal Lakes Medical School", "CA", "America/Winnipeg"),
    _school("Faculté de médecine de Saint-Aubert", "CA", "America/Toronto"),
    _hospital("Maple Narrows General Hospital", "CA", "America/Toronto"),
    _hospital("Chinook Bend Hospital", "CA", "America/Edmonton"),
    _hospital("Hospital General Sierra Clara", "MX", "America/Mexico_City"),
    _school("Escuela de Medicina Valle de Cantera", "MX", "America/Mexico_City"),
    _school("Facultad de Medicina Valle del Cóndor", "PE", "America/Lima"),
    _hospital("Hospital Docente Qantu", "PE", "America/Lima"),
    _school("Faculdade de Medicina Serra do Ipê", "BR", "America/Sao_Paulo"),
    _hospital("Hospital Universitário Mar Sereno", "BR", "America/Fortaleza"),
    _school("Severnside Medical School", "GB", "Europe/London"),
    _school("Caledon Firth School of Medicine", "GB", "Europe/London"),
    _hospital("Northern Fells University Hospital", "GB", "Europe/London"),
    _hospital("Wharfgate Infirmary", "GB", "Europe/London"),
    _school("Inis Bán School of Medicine", "IE", "Europe/Dublin"),
    _hospital("Liffey Bay University Hospital", "IE", "Europe/Dublin"),
    _hospital("Universitätsklinikum Sternau", "DE", "Europe/Berlin"),
    _school("Medizinische Hochschule Lindental", "DE", "Europe/Berlin"),
    _hospital("CHU Val-de-Brume", "FR", "Europe/Paris"),
    _school("Faculté de médecine des Genêts", "FR", "Europe/Paris"),
    _hospital("Hospital Universitario Peñaclara", "ES", "Europe/Madrid"),
    _school("Escola Médica da Foz Azul", "PT", "Europe/Lisbon"),
    _hospital("Szpital Uniwersytecki Bursztynowy", "PL", "Europe/Warsaw"),
    _school("Uczelnia Medyczna Jarzębina", "PL", "Europe/Warsaw"),
    _hospital("Norrviken universitetssjukhus", "SE", "Europe/Stockholm"),
    _school("Läkarprogrammet Björkö", "SE", "Europe/Stockholm"),
    _hospital("Kızılçam University Hospital", "TR", "Europe/Istanbul"),
    _school("Zeytindalı Faculty of Medicine", "TR", "Europe/Istanbul"),
    _hospital("Nile Garden University Hospital", "EG", "Africa/Cairo"),
    _school("Lotus Delta Faculty of Medicine", "EG", "Africa/Cairo"),
    _hospital("al-Narjis Teaching Hospital", "JO", "Asia/Amman"),
    _school("Iroko University College of Medicine", "NG", "Africa/Lagos"),
    _hospital("Harmattan Plains Teaching Hospital", "NG", "Africa/Lagos"),
    _school("Volta Crest School of Medicine", "GH", "Africa/Accra"),
    _hospital("Sankɔfa Ridge Teaching Hospital", "GH", "Africa/Accra"),
    _school("Rift View School of Medicine", "KE", "Africa/Nairobi"),
    _hospital("Acacia Highlands Hospital", "KE", "Africa/Nairobi"),
    _school("Protea Coast Faculty of Health", "ZA", "Africa/Johannesburg"),
    _hospital("Karoo Plain Academic Hospital", "ZA", "Africa/Johannesburg"),
    _school("Saptarang Medical College", "IN", "Asia/Kolkata"),
    _hospital("Neem Valley Institute of Medical Sciences", "IN", "Asia/Kolkata"),
    _school("Sông Xanh University of Medicine", "VN", "Asia/Ho_Chi_Minh"),
    _hospital("Hoa Sen Bay Hospital", "VN", "Asia/Ho_Chi_Minh"),
    _school("Mirae Hill College of Medicine", "KR", "Asia/Seoul"),
    _hospital("Bomnal University Hospital", "KR", "Asia/Seoul"),
    _school("Isla Verde College of Medicine", "PH", "Asia/Manila"),
    _hospital("Bayanihan Coast Medical Center", "PH", "Asia/Manila"),
    _school("Wattle Range Medical School", "AU", "Australia/Brisbane"),
    _hospital("Jacaranda Coast Hospital", "AU", "Australia/Sydney"),
    _school("Kōwhai Bay School of Medicine", "NZ", "Pacific/Auckland"),
    _hospital("Rātā Springs Hospital", "NZ", "Pacific/Auckland"),
    _school("Tiare Lagoon School of Health", "WS", "Pacific/Apia"),
    _hospital("Fale Manuia Regional Hospital", "WS", "Pacific/Apia"),
)

GRADES = {
    "GB": {"PGY1": "Foundation doctor", "PGY2": "Core trainee", "PGY3": "Core trainee",
           "PGY4": "Registrar", "CHIEF": "Registrar", "FEL": "Senior registrar",
           "ATT0": "New consultant", "ATT": "Consultant"},
    "IE": {"PGY1": "Intern", "PGY2": "Senior house officer", "PGY4": "Specialist registrar",
           "ATT0": "New consultant", "ATT": "Consultant"},
    "AU": {"PGY1": "Intern", "PGY2": "RMO", "PGY3": "SRMO", "PGY4": "Registrar",
           "ATT0": "New consultant", "ATT": "Consultant"},
    "NZ": {"PGY1": "House officer", "PGY2": "RMO", "PGY3": "SRMO", "PGY4": "Registrar",
           "ATT0": "New consultant", "ATT": "Consultant"},
    "IN": {"PGY1": "Intern", "PGY2": "Junior resident", "PGY3": "Junior resident",
           "PGY4": "Senior resident", "ATT": "Consultant"},
}  # fmt: skip
"""Country -> stage -> what people call it there, where that differs."""

GRADE_OF = {
    "PRE": "Before medical school", "APP1": "Applicant", "MS1": "Year 1 student",
    "MS2": "Year 2 student", "MS3": "Year 3 student", "MS4": "Final-year student",
    "MSR": "Student, research year", "APP2": "Residency applicant", "PGY1": "PGY-1",
    "PGY2": "PGY-2", "PGY3": "PGY-3", "PGY4": "PGY-4", "CHIEF": "Chief resident",
    "FEL": "Fellow", "ATT0": "Early-career attending", "ATT": "Attending",
    "AST": "Assistant professor", "ASC": "Associate professor", "PRF": "Professor",
    "LEAD": "Programme director",
}  # fmt: skip


def grade(stage: str, country: str) -> str:
    """The words a person uses for her own stage, short enough to stand under a name."""
    return GRADES.get(country, {}).get(stage, GRADE_OF[stage])


def institutions_in(country: str, *, school: bool) -> tuple[Institution, ...]:
    here = tuple(place for place in INSTITUTIONS if place.country == country)
    return tuple(place for place in here if place.is_school is school) or here

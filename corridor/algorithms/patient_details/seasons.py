"""Which seasons somebody's months belong to: by her country, else by her time zone, if either says.

Near the equator there is no winter to speak of, and of many zones nothing is known here: then no
season is named at all.
"""

NORTH, SOUTH, UNKNOWN = "north", "south", ""
_SOUTHERN = "AR AU BO BR BW CL FK LS MZ NA NC NZ PE PY SZ UY ZA ZW"
_TROPICAL = """
AG AO AW BB BF BI BJ BN BZ CD CF CG CI CM CO CR CU CV DJ DM DO EC ER ET FJ FM GA GD GH GM GN GQ GT
GW GY HN HT ID JM KE KH KI KM KN LA LC LK LR MG MH ML MM MR MU MV MW MY NE NG NI NR PA PG PH PW RE
RW SB SC SD SG SL SN SO SR SS ST SV TD TG TH TL TO TT TV TZ UG VC VE VN VU WS YE ZM
"""
SOUTHERN = frozenset(_SOUTHERN.split())
TROPICAL = frozenset(_TROPICAL.split())
SOUTHERN_ZONES = (
    "Africa/Gaborone",
    "Africa/Harare",
    "Africa/Johannesburg",
    "Africa/Maputo",
    "Africa/Maseru",
    "Africa/Mbabane",
    "Africa/Windhoek",
    "America/Argentina/",
    "America/Asuncion",
    "America/La_Paz",
    "America/Lima",
    "America/Montevideo",
    "America/Punta_Arenas",
    "America/Santiago",
    "America/Sao_Paulo",
    "Atlantic/Stanley",
    "Australia/",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Pacific/Norfolk",
    "Pacific/Noumea",
)
NORTHERN_ZONES = (
    "Africa/Algiers",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Africa/Tripoli",
    "Africa/Tunis",
    "America/Anchorage",
    "America/Boise",
    "America/Chicago",
    "America/Denver",
    "America/Detroit",
    "America/Edmonton",
    "America/Halifax",
    "America/Indiana/",
    "America/Kentucky/",
    "America/Los_Angeles",
    "America/Monterrey",
    "America/New_York",
    "America/Phoenix",
    "America/Regina",
    "America/St_Johns",
    "America/Tijuana",
    "America/Toronto",
    "America/Vancouver",
    "America/Winnipeg",
    "Asia/Amman",
    "Asia/Baghdad",
    "Asia/Beirut",
    "Asia/Damascus",
    "Asia/Hong_Kong",
    "Asia/Istanbul",
    "Asia/Jerusalem",
    "Asia/Karachi",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Riyadh",
    "Asia/Seoul",
    "Asia/Shanghai",
    "Asia/Taipei",
    "Asia/Tashkent",
    "Asia/Tbilisi",
    "Asia/Tehran",
    "Asia/Tokyo",
    "Asia/Yerevan",
    "Atlantic/Azores",
    "Atlantic/Bermuda",
    "Atlantic/Canary",
    "Atlantic/Reykjavik",
    "Canada/",
    "Europe/",
    "US/",
)


def hemisphere_of(country: str, time_zone: str) -> str:
    """`country`: two letters, or empty."""
    if country in SOUTHERN:
        return SOUTH
    if country in TROPICAL:
        return UNKNOWN
    if country:
        return NORTH
    if time_zone.startswith(SOUTHERN_ZONES):
        return SOUTH
    return NORTH if time_zone.startswith(NORTHERN_ZONES) else UNKNOWN

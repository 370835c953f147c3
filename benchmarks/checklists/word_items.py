"""Items about which words are where. For their sources see ``items``."""

from benchmarks.checklists import structure, wording
from benchmarks.checklists.item import CLINICIAN, PATIENT, Item

PURPOSE = r"\bused for\b|what .* is for"
BANS = r"who must not|contraindications"
HOW = r"^(?:\d+ )?how (?:to (?:take|use)|.* is given)|your dose"
SERIOUS = r"serious|severe|help at once|emergency|urgent"
EFFECTS = r"side effects"
MECHANISM = r"how .* works?\b|mechanism"
HELP = r"emergency|immediate(?:ly)?|at once|right away|urgent"
WARNINGS = rf"{BANS}|{SERIOUS}|most important points|boxed warning|warning"
ACTION = r"\b(?:take|use|do not|tell|ask|call|read|avoid|talk|contact|consult|stop|seek)\b"
TOOL = r"my questions|morning|pharmacy label, or: for whom"
QRD_ORDER = (
    r"^\d+ .*used for",
    r"^\d+ .*before you",
    r"^\d+ how .*(?:take|use|given)",
    r"^\d+ .*side effects",
    r"^\d+ .*store",
)
SHEET_ORDER = (r"^boxed warning", r"^contraindications", r"^dose\b", r"^mechanism")

ORDER = (
    Item(
        "what it is for: side 1",
        "PMI 71688-6",
        lambda d: wording.is_on_first_side(d, PURPOSE),
        PATIENT,
    ),
    Item(
        "who must not take it: side 1",
        "PMI 71686-0",
        lambda d: wording.is_on_first_side(d, BANS),
        PATIENT,
    ),
    Item(
        "how to take it: side 1", "PMI 71684-5", lambda d: wording.is_on_first_side(d, HOW), PATIENT
    ),
    Item(
        "serious side effects: side 1",
        "PMI 71682-9, MHRA",
        lambda d: wording.is_on_first_side(d, SERIOUS),
        PATIENT,
        large=False,
    ),
    Item(
        "a warning in the first third of side 1",
        "control Q11, CDC 1-3",
        lambda d: wording.begins_within(d, WARNINGS, 1 / 3),
    ),
    Item(
        "help at once: words on side 1",
        "control Q11",
        lambda d: wording.begins_within(d, HELP, 1),
        PATIENT,
    ),
    Item(
        "something to do: words on side 1",
        "CDC 5, PEMAT 20",
        lambda d: wording.begins_within(d, ACTION, 1),
        PATIENT,
    ),
    Item(
        "serious before other side effects",
        "MHRA",
        lambda d: wording.come_in_order(d, (SERIOUS, rf"^(?:other|common) {EFFECTS}")),
        PATIENT,
    ),
    Item(
        "dose before how it works",
        "CDC 1, USP <1265>",
        lambda d: wording.come_in_order(d, (HOW, MECHANISM)),
        PATIENT,
    ),
    Item(
        "order of the package leaflet",
        "QRD",
        lambda d: wording.numbered_parts_come_in_order(d, QRD_ORDER),
        PATIENT,
    ),
    Item(
        "warnings framed",
        "PEMAT 12, USP <1265>",
        lambda d: wording.is_framed_where_there(d, rf"{BANS}|serious|most important"),
        PATIENT,
    ),
    Item("space to fill in", "PEMAT 23", lambda d: wording.says(d, TOOL), PATIENT),
    Item("most frequent effects first", "QRD", wording.frequencies_fall, PATIENT),
    Item("frequencies with numbers", "QRD, CDC 16", wording.frequencies_have_numbers, PATIENT),
    Item(
        "warning, contraindications, dose, mechanism in this order",
        "Sheet",
        lambda d: wording.come_in_order(d, SHEET_ORDER),
        CLINICIAN,
    ),
    Item(
        "contraindications always there",
        "Sheet",
        lambda d: wording.is_there(d, "^contra"),
        CLINICIAN,
    ),
    Item("renal always there", "Sheet", lambda d: wording.is_there(d, "renal"), CLINICIAN),
    Item("hepatic always there", "Sheet", lambda d: wording.is_there(d, "hepatic"), CLINICIAN),
    Item("pregnancy always there", "Sheet", lambda d: wording.is_there(d, "pregnancy"), CLINICIAN),
    Item(
        "contraindications framed",
        "21 CFR 201.57",
        lambda d: wording.is_framed_where_there(d, rf"{BANS}|boxed"),
        CLINICIAN,
    ),
    Item("doses in tables bold", "MSCUI", wording.doses_are_bold, CLINICIAN),
    Item("name in small letters", "MSCUI, ISMP", wording.title_is_lower_case, CLINICIAN),
)

CONTROL = (
    Item("number and count on each page", "control", wording.pages_are_counted),
    Item("name on each page", "control", wording.pages_are_named),
    Item("who reviewed it", "control", lambda d: wording.says(d, r"\breviewed\b")),
    Item(
        "not instead of the pack leaflet",
        "control T2",
        lambda d: wording.says(d, "does not replace the leaflet in the pack"),
        PATIENT,
    ),
    Item("no claim of approval", "21 CFR 208.20", wording.claims_no_approval),
    Item(
        "uncontrolled when printed",
        "control",
        lambda d: wording.each_page_says(d, "uncontrolled when printed"),
        CLINICIAN,
        large=False,
    ),
    Item("title, language, tags, bookmarks", "PDF/UA, control Q9", structure.is_tagged),
    Item("heading levels without a jump", "PDF/UA", structure.heading_levels_do_not_jump),
    Item("pictures described", "EC R14, PDF/UA", structure.pictures_are_described),
    Item("pages in the order of the tags", "PDF/UA", structure.reads_downwards),
)

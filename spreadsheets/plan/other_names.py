"""Other words for the columns of a plan, as people write them above their own tables.

They are suggested and never taken: what they mean in a file nobody knows but its sender.
"""

from collections.abc import Collection
from functools import lru_cache

from spreadsheets.header_remarks import bare
from spreadsheets.letters_alike import without_marks
from spreadsheets.plan.columns import PlanColumn, PlanSheet
from spreadsheets.spelling import in_every_language, nearest, whole

OTHER_NAMES: dict[str, tuple[str, ...]] = {
    "code": (
        "id",
        "no",
        "number",
        "activity code",
        "indicator code",
        "№",
        "шифр",
        "номер",
        "код мероприятия",
        "belgisi",
    ),
    "name_en": ("name", "title", "name (en)", "name en", "english name", "название (англ.)", "название на английском"),
    "name_ru": (
        "название",
        "наименование",
        "name (ru)",
        "name ru",
        "russian name",
        "название (рус.)",
        "название на русском",
    ),
    "name_tk": ("ady", "name (tk)", "name tk", "turkmen name", "название (туркм.)", "название на туркменском"),
    "title_en": (
        *("name (en)", "name en", "english name", "название (англ.)", "название на английском"),
        *(
            "title",
            "name",
            "activity",
            "activity title",
            "name of activity",
            "name in english",
            "title (en)",
            "title en",
        ),
        *("название по-английски", "мероприятие на английском", "мероприятие (англ.)"),
    ),
    "title_ru": (
        *("name (ru)", "name ru", "russian name", "название (рус.)", "название на русском"),
        *("мероприятие", "мероприятия", "название", "наименование", "название мероприятия", "наименование мероприятия"),
        *(
            "name in russian",
            "название по-русски",
            "мероприятие на русском",
            "мероприятие (рус.)",
            "title (ru)",
            "title ru",
        ),
    ),
    "title_tk": (
        *("name (tk)", "name tk", "turkmen name", "название (туркм.)", "название на туркменском"),
        *(
            "çäre",
            "çäräniň ady",
            "name in turkmen",
            "название по-туркменски",
            "мероприятие на туркменском",
            "title (tk)",
        ),
        *("ady", "title tk", "мероприятие (туркм.)"),
    ),
    "kind": ("type", "тип", "вид", "görnüş"),
    "note": (
        "notes",
        "remark",
        "remarks",
        "comment",
        "comments",
        "комментарий",
        "комментарии",
        "примечания",
        "bellikler",
    ),
    "source": ("sources", "источники", "источник данных", "источник финансирования", "donor", "донор", "çeşmesi"),
    "status": ("reliability", "certainty", "достоверность", "статус", "ygtybarlylygy"),
    "starts": (
        *("start date", "starts", "starts on", "begin", "begins", "beginning", "from", "date of start", "дата начала"),
        *(
            "начинается",
            "старт",
            "начало работ",
            "начало реализации",
            "с",
            "başlanýan senesi",
            "başlangyjy",
            "başlangyç",
        ),
        *("başlanýan wagty", "başlaýar"),
    ),
    "ends": (
        *("end date", "ends", "ends on", "finish", "finish date", "until", "to", "date of end", "completion date"),
        *(
            "конец",
            "дата окончания",
            "дата завершения",
            "завершение",
            "заканчивается",
            "окончание работ",
            "по",
            "финиш",
        ),
        *("срок окончания", "срок завершения", "gutarýan senesi", "tamamlanýan senesi", "ahyry", "soňky senesi"),
        *("deadline", "due date", "due on", "срок", "срок исполнения", "möhleti"),
    ),
    "closes": ("closing date", "closes", "deadline", "закрытие", "дата закрытия", "срок сдачи", "ýapylýan senesi"),
    "iso_3166_2": ("iso", "iso 3166-2", "код iso 3166-2"),
    "census_share": ("population", "population %", "население", "доля населения", "ilat", "ilatyň paýy"),
    "partners": ("partner", "partners", "signatories", "партнёр", "партнёры", "подписали", "hyzmatdaşlar"),
    "first_year": ("from year", "start year", "год начала", "начальный год", "с года", "başlangyç ýyly"),
    "last_year": ("to year", "end year", "year of end", "год окончания", "конечный год", "по год", "ahyrky ýyly"),
    "signed_on": (
        "date of signature",
        "signature date",
        "signed",
        "дата подписания",
        "дата подписи",
        "gol çekilen güni",
    ),
    "valid_from": (
        *("valid from", "in force from", "effective from", "effective date", "holds since", "действует с даты"),
        *("вступает в силу", "дата вступления в силу", "в силе с", "güýje girýän senesi"),
    ),
    "unit": ("measure", "unit of measure", "единица", "ед. изм.", "ед.изм.", "birlik", "ölçegi"),
    "unit_en": ("unit", "unit of measure", "unit (en)", "name of unit"),
    "unit_ru": ("единица измерения", "единица", "ед. изм.", "ед.изм.", "unit (ru)"),
    "unit_tk": ("ölçeg birligi", "birlik", "unit (tk)"),
    "unit_name_en": ("name of unit", "unit name", "unit (en)"),
    "unit_name_ru": ("название единицы", "unit (ru)"),
    "unit_name_tk": ("birligiň ady", "unit (tk)"),
    "direction": ("trend", "direction of change", "направление", "тенденция", "üýtgeýiş ugry"),
    "sdg": ("sdg", "цур", "döm"),
    "priority_area": ("area", "priority", "sector", "приоритет", "направление", "область", "сектор", "ugur"),
    "goals": ("goal", "goal codes", "цель", "коды целей", "задачи", "maksat"),
    "interval_years": ("frequency", "periodicity", "периодичность", "частота", "döwürleýinligi"),
    "natural_limit": ("limit", "предел", "çäk"),
    "baseline_on": ("date of baseline", "baseline year", "дата базового показателя", "год базового показателя"),
    "baseline": ("baseline value", "base value", "базовый показатель", "базовое значение", "исходное значение"),
    "indicator": ("indicator code", "code of indicator", "код показателя", "индикатор", "görkezijiniň kody"),
    "framework": ("framework code", "программа", "рамка", "код рамочного документа"),
    "due_on": (
        *("due", "due date", "deadline", "date", "by", "end", "дата", "дата исполнения", "срок исполнения", "к дате"),
        *("конец", "окончание", "möhlet", "senesi"),
    ),
    "value": ("target", "target value", "цель", "целевое значение", "bahasy"),
    "activity": ("activity code", "code", "код", "код мероприятия", "çäräniň kody", "kod"),
    "workplan": ("workplan code", "plan", "план", "код плана", "рабочий план", "meýilnama"),
    "lead_partner": (
        *("lead", "leader", "partner", "responsible", "responsible partner", "implementing partner", "ведущий"),
        *("ответственный", "ответственный партнёр", "исполнитель", "партнёр", "jogapkär", "hyzmatdaş"),
    ),
    "supporters": (
        *(
            "supporting",
            "supporters",
            "partners",
            "other partners",
            "co-implementers",
            "соисполнители",
            "соисполнитель",
        ),
        *("поддерживающий партнёр", "другие партнёры", "партнёры", "goldaw berýänler"),
    ),
    "regions": (
        "region",
        "velayat",
        "velayats",
        "place",
        "регион",
        "велаят",
        "велаяты",
        "место",
        "welaýat",
        "welaýatlar",
    ),
    "precision": ("precision", "exact to", "точность", "точность до", "takyklygy"),
    "measured_by": ("measure", "measurement", "how measured", "измерение", "в чём измеряется", "способ измерения"),
    "planned_quantity": (
        *("quantity", "plan", "target", "planned", "количество", "план", "плановое количество", "mukdar", "mukdary"),
        *("количество по плану",),
    ),
    "markers": ("markers", "priorities", "cross-cutting", "маркеры", "приоритеты", "сквозные темы"),
    "state": ("status", "статус", "ýagdaýy", "ýagdaý"),
    "continues": ("continuation of", "continuation", "продолжение", "продолжает", "dowamy"),
    "opening_share": ("opening percent", "percent at start", "начальный процент", "процент в начале"),
    "share": ("percent", "%", "progress", "процент", "% выполнения", "выполнение", "göterim", "göterimi"),
    "modality": ("way", "way of funding", "способ", "usul", "usuly"),
    "planned_cents": ("amount", "budget", "sum", "planned", "сумма", "бюджет", "плановая сумма", "möçber", "möçberi"),
    "currency": ("currency code", "код валюты", "pul", "walýuta"),
    "planned_on": ("date of plan", "planning date", "date", "дата", "дата плана", "senesi"),
    "name": ("full name", "person", "contact person", "фио", "ф.и.о.", "фамилия", "имя и фамилия", "familiýasy"),
    "post": ("position", "title", "job", "job title", "должность, отдел", "пост", "позиция", "orny"),
    "contact": (
        "contacts",
        "phone",
        "telephone",
        "email",
        "e-mail",
        "контакт",
        "контакты",
        "телефон",
        "почта",
        "telefony",
    ),
    "amendment": ("change", "changes", "kind of amendment", "изменение", "вид поправки", "üýtgetme"),
    "reason": ("why", "cause", "justification", "основание", "обоснование", "почему", "sebäp"),
    "letter": ("letter no", "reference", "письмо", "номер письма", "исходящий номер", "hat"),
}


def nearly_named(form: PlanSheet, name: str, taken: Collection[str]) -> PlanColumn | None:
    """The column of a sheet whose name was nearly written in any language, or another word for it; None for none.

    ``taken``: the fields of the columns that stand there: another word means one that is missing.
    """
    spellings = {word: column for column in form.columns for word in in_every_language(column.header)}
    nearly = spellings.get(nearest(bare(name), spellings))
    if nearly is not None and nearly.field not in taken:
        return nearly
    said = _compared(bare(name))
    missing = (column for column in form.columns if column.field not in taken)
    return next((column for column in missing if said in _other_names(column.field)), nearly)


@lru_cache(maxsize=128)
def _other_names(field: str) -> frozenset[str]:
    return frozenset(map(_compared, OTHER_NAMES.get(field, ())))


def _compared(name: str) -> str:
    """A name with what stands in brackets: it may say the language."""
    return without_marks(whole(name)).strip(" .,")

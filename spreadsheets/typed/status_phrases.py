"""What partners write in the column of statuses besides its words: parts of sentences that begin with, or hold, one."""

import re

# In the order in which they decide, each over a text without case and without the marks of Turkmen letters.
NEGATED = re.compile(
    r"(?<!\w)(?:не|not|never)\s+(?:\w+\s+)?(?:выполн|заверш|исполн|реализ|осуществл|законч|достиг|отмен|перенос|перенес|отклад|отлож|postpon|complet|done|finish|"
    r"implement|cancel|achiev)|(?:yetirilmedi|tamamlanmady|asyrylmady|yatyrylmady|gecirilmedi|yetirilenok)"
)
PARTLY = re.compile(
    r"(?<!\w)(?:частич|не полностью|не до конца|не в полном|в основном|почти|part(?:ly|ial)|in part(?!\w)|not fully"
    r"|almost|nearly|mostly|half[- ]?(?:done|complete|finished)|наполовину|bolekley|kem-?kas|doly dal|yarysy|esasan)"
)
CANCELLED = re.compile(r"отмен|аннулир|cancel|yatyr")
DONE = re.compile(r"complet|done|finished|выполнен|заверш|исполнен|сделан|yetiril|tamamlan|gutar")
PHRASES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "proposed for carry-over",
        re.compile(r"carr(?:y|ied)[ -]?(?:over|forward)|rolled over|переходящ"),
    ),
    (
        "proposed for postponement",
        re.compile(
            r"перенес|перенос|отложен|отсроч|postpon|deferred|rescheduled|suysuril|yza goyul|gayra goyul"
            r"|(?:yyla|carye(?:ge|gine)|aya|ayyna) (?:geciril|suysuril)"
        ),
    ),
)
# Words beside "completed" that take something of it away, and numbers that may: 3 schools, but not a date.
BUT = re.compile(
    r"(?<!\w)(?:кроме|но|однако|исключением|осталось|остается|остался|except|but|however|remain\w*|pending|only|только|лишь"
    r"|dine|yone|emma|galdy|besides|apart|not|не|еще|этап\w*|част\w+|phase|stage|part|parts|tapgyr\w*|bolegi)(?!\w)|\?"
)
DATE_OR_LETTER = re.compile(
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d|(?<!\d)20\d\d(?!\d)|(?:№|no\.?|nr) ?[\d/-]+"
)
# What may follow a word that would close an activity: why, when and how, but not what else was completed or cancelled.
CONNECTED = re.compile(
    r"\W*$|\W*\d|\s*[,;:.(\-]|\s+(?:в|во|на|по|с|со|из-за|к|до|от|и|ввиду|вследствие|решением|согласно|приказом|полностью|in|on|at|by"
    r"|due|because|as|with|per|and|since|from|fully|we|doly|sebapli|boyunca)(?!\w)"
)
# Names that mean a status only where nothing else stands beside them.
ALONE = re.compile(r"план|заплан|plan|meyil|to be|active|achieved")
SUBJECT = re.compile(
    r"(?:already|still|now|successfully|уже|всё ещё|все еще|успешно|сейчас|eýýäm|üstünlikli)\s+"
    r"|(?:the )?(?:activity|activities|work|task|project|event|status|мероприятие|мероприятия|работа|работы|задача"
    r"|проект|статус|çäre|iş|ýagdaýy)(?: is| was| has been| are)?\s*[:\-]?\s+",
    re.IGNORECASE,
)
PERCENT_DONE = re.compile(r"(\d{1,3}(?:[.,]\d+)?) ?(?:%|проц|percent|goterim)")

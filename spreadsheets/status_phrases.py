"""What partners write in the column of statuses besides its words: parts of sentences that begin with, or hold, one."""

import re

# In the order in which they decide, each over a text without case and without the marks of Turkmen letters.
NEGATED = re.compile(
    r"(?<!\w)(?:не|not|never)\s+(?:\w+\s+)?(?:выполн|заверш|исполн|реализ|осуществл|законч|достиг|отмен|complet|done|finish|"
    r"implement|cancel|achiev)|(?:yetirilmedi|tamamlanmady|asyrylmady|yatyrylmady|gecirilmedi|yetirilenok)"
)
PARTLY = re.compile(
    r"(?<!\w)(?:частич|не полностью|не до конца|не в полном|в основном|почти|part(?:ly|ial)|not fully|almost|nearly"
    r"|mostly|half[- ]?(?:done|complete|finished)|наполовину|bolekley|kem-?kas|doly dal|yarysy|esasan)"
)
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
    ("proposed for cancellation", re.compile(r"отменен|отменить|отмене|аннулир|cancel|yatyryl|yatyrmak")),
)
# Words beside "completed" that take something of it away.
BUT = re.compile(
    r"(?<!\w)(?:кроме|но|однако|исключением|осталось|остается|остался|except|but|however|remain\w*|pending|only|только|лишь"
    r"|dine|yone|emma|galdy|besides|apart|not|не|ещ?е)(?!\w)"
)
SUBJECT = re.compile(
    r"(?:the )?(?:activity|activities|work|task|project|event|status|мероприятие|мероприятия|работа|работы|задача"
    r"|проект|статус|çäre|iş|ýagdaýy)(?: is| was| has been| are)?\s*[:\-]?\s+",
    re.IGNORECASE,
)
PERCENT_DONE = re.compile(r"(\d{1,3}(?:[.,]\d+)?) ?(?:%|проц|percent|goterim)")

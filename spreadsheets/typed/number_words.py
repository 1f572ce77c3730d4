"""Words beside numbers in English, Russian and Turkmen, without case and without the marks of Turkmen letters."""

import re

PERCENT = re.compile(
    r"%(?: ?%)?|(?:per ?cents?|pct|процент(?:а|ов|ы)?|проц|goterim(?:i|e|ine|den)?|prosent|prosenti)(?![^\W\d_])"
)
_ESTIMATES = (
    r"about|around|approx\w*|circa|ca|nearly|almost|roughly|over|above|below|under|up to|more|less|fewer|at least"
    r"|at most|около|примерно|приблизительно|порядка|почти|более|менее|больше|меньше|свыше|выше|ниже|до|от"
    r"|takmynan|golay|cemesi|kop|az|kopr[ae]k|azyndan"
)
ABOUT = re.compile(rf"[~≈<>≤≥±]|\+-|(?<!\w)(?:{_ESTIMATES})(?!\w)")
ABOUT_BEHIND = re.compile(
    r"\+|[~≈<>≤≥±]|-?(?:dan|den|dan|e|a) (?:kop|az|golay|cenli)|(?:or|и|или|we|ya-da) (?:so|more|less"
    r"|fewer|более|менее|больше|меньше|около того|выше|kop|az)|(?:примерно|приблизительно|approx\w*|toweregi|towerek"
    r"|gowrak|golay|cenli)(?!\w)"
)
_THOUSAND = ("k", "к", "тыс", "тысяч", "тысяча", "тысячи", "thousand", "thousands", "thou", "mun", "муң")
_MILLION = ("млн", "миллион", "миллиона", "миллионов", "mln", "mio", "million", "millions")
_MILLIARD = ("млрд", "миллиард", "миллиарда", "миллиардов", "mlrd", "milliard", "billion", "bn")
SCALES: dict[str, int] = {
    **dict.fromkeys(_THOUSAND, 1_000),
    **dict.fromkeys(_MILLION, 1_000_000),
    **dict.fromkeys(_MILLIARD, 1_000_000_000),
}
CURRENCIES: dict[str, tuple[str, ...]] = {
    "USD": (
        *("usd", "us$", "$us", "$", "us dollar", "us dollars", "dollar", "dollars", "usd$", "amerikan dollary"),
        *(
            "дол",
            "долл",
            "доллар",
            "доллара",
            "долларов",
            "доллары",
            "долларах",
            "долларах сша",
            "долл сша",
            "$ сша",
            "дол сша",
            "доллар сша",
        ),
        *(
            "доллара сша",
            "долларов сша",
            "доллары сша",
            "abs dollary",
            "abs-nyn dollary",
            "dollary",
            "у е",
            "уе",
            "u s dollar",
            "u s dollars",
        ),
    ),
    "TMT": (
        "tmt",
        "tmm",
        "манат",
        "маната",
        "манатов",
        "манаты",
        "манатах",
        "ман",
        "man",
        "manat",
        "manady",
        "manats",
        "тмт",
        "новый манат",
        "новые манаты",
        "новых маната",
        "новых манатов",
        "новых манатах",
        "нов манат",
        "нов манатов",
        "нов ман",
        "taze manat",
    ),
    "EUR": ("eur", "€", "евро", "euro", "euros", "yewro", "ewro"),
    "RUB": ("rub", "rur", "₽", "руб", "рубль", "рубля", "рублей", "рубли", "рос руб", "rubl", "ruble", "rubles"),
    "GBP": ("gbp", "£", "фунт", "фунтов", "funt"),
    "CHF": ("chf",),
    "CNY": ("cny", "юань", "юаней", "yuan"),
    "JPY": ("jpy",),
    "KZT": ("kzt", "тенге", "tenge"),
    "TRY": ("try", "₺", "lira"),
    "UZS": ("uzs",),
}
CURRENCY_OF: dict[str, str] = {word: code for code, words in CURRENCIES.items() for word in words}

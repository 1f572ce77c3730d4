"""Other words for the columns that hold figures, days and codes, as partners write them above their own tables.

They are suggested and never taken: what they mean in a file nobody knows but its sender.
"""

OTHER_NAMES: dict[str, tuple[str, ...]] = {
    "activity": (
        *("activity code", "code of activity", "activity id", "id", "activity no", "код мероприятия", "шифр"),
        *("номер мероприятия", "№ мероприятия", "çäräniň kody", "çäre kody"),
    ),
    "as_of": (
        *("date", "report date", "reporting date", "date of report", "as of", "as at", "дата", "отчетная дата"),
        *("на дату", "по состоянию на", "sene", "senesi", "reporting period", "отчетный период", "hasabat döwri"),
    ),
    "share": (
        *("%", "percent", "percentage", "progress", "progress %", "% progress", "% complete", "% completed"),
        *("completion", "% of completion", "completion %", "percentage complete", "percent completed", "процент"),
        *("% выполнения", "% исполнения", "% завершения", "процент исполнения", "процент завершения", "выполнение"),
        *("выполнение %", "исполнение", "исполнение %", "прогресс", "прогресс %", "степень выполнения", "выполнено %"),
        *("göterim", "göterimi", "%-de", "ýerine ýetirilişi", "ýerine ýetiriliş göterimi", "ýerine ýetirilişi %"),
    ),
    "quantity": (
        *("quantity", "done", "actual", "количество", "выполнено", "сделано", "факт", "фактически", "mukdary"),
        *("количество выполненного", "фактическое количество", "ýerine ýetirilen"),
    ),
    "reported_status": (
        *("state", "current status", "status of implementation", "implementation status", "состояние"),
        *("статус выполнения", "статус исполнения", "текущий статус", "ýagdaý", "häzirki ýagdaýy"),
    ),
    "spent_cents": (
        *("spent", "total spent", "expenditure", "expenditures", "spending", "израсходовано", "потрачено", "расходы"),
        *("освоено", "освоено средств", "израсходовано средств", "harçlandy", "harajat", "harajatlar"),
    ),
    "indicator": ("indicator code", "code of indicator", "код показателя", "görkezijiniň kody"),
    "value": ("indicator value", "значение показателя", "görkezijiniň bahasy", "result"),
    "observed_on": ("date", "date of observation", "year", "дата", "год", "sene", "ýyl"),
}

"""Other words for those of the form, as partners write them in English, Russian and Turkmen.

By field and key. Case, ё, the marks of Turkmen letters, spaces and a remark in brackets need no spelling of their own.
"""

from collections.abc import Mapping
from typing import Any

_FROM_WHOM: dict[str, tuple[str, ...]] = {
    "UNICEF funds": (
        *("unicef funding", "funds of unicef", "funding from unicef", "unicef money", "unicef finance"),
        *("финансирование юнисеф", "деньги юнисеф", "средства unicef", "фонды юнисеф", "ýunisefiň serişdeleri"),
        *("unicef-iň serişdeleri", "ýunisefiň maliýeleşdirmesi"),
    ),
    "UNICEF procurement": (
        *("procurement by unicef", "unicef purchase", "unicef supplies", "закупка юнисеф", "закупки unicef"),
        *("поставки юнисеф", "ýunisefiň satyn alyşlary", "unicef-iň satyn alyşlary"),
    ),
    "approval": (
        *("approvals", "sign-off", "signature", "agreement", "clearance", "согласования", "утверждение"),
        *("одобрение", "подписание", "разрешение", "ylalaşyk", "tassyklanmagy", "tassyklamak", "rugsat"),
    ),
    "partner": ("partners", "the partner", "партнер", "партнеры", "партнера", "hyzmatdaşlar"),
    "data": ("information", "statistics", "информация", "сведения", "статистика", "maglumat", "statistika"),
    "external": (
        *("external", "external causes", "external factor", "external factors", "внешние причины", "внешний фактор"),
        *("внешние факторы", "внешняя", "форс-мажор", "force majeure", "daşarky sebäpler", "daşarky"),
    ),
}
SYNONYMS: Mapping[str, Mapping[Any, tuple[str, ...]]] = {
    "reported_status": {
        "not started": (
            *("not yet started", "not started yet", "not begun", "yet to start", "to be started", "planned"),
            *("не начат", "не начата", "не начаты", "не начиналось", "еще не начато", "еще не начат", "не приступали"),
            *("не началось", "запланировано", "планируется", "başlanylmady", "başlanok", "heniz başlanmady"),
            *("heniz başlanylmady", "başlamady", "meýilleşdirildi", "meýilleşdirilýär"),
        ),
        "ongoing": (
            *("in progress", "on-going", "under way", "underway", "in process", "in the process", "started", "active"),
            *("under implementation", "being implemented", "continuing", "continues", "in work", "on track"),
            *("текущий", "текущая", "текущее", "в процессе", "выполняется", "в работе", "идет", "идут", "ведется"),
            *("продолжается", "реализуется", "осуществляется", "исполняется", "проводится", "начато", "начат"),
            *("в процессе выполнения", "в процессе реализации", "на исполнении", "в стадии выполнения"),
            *("в стадии реализации", "идет выполнение", "идет реализация", "dowam edýär", "dowam edilýär"),
            *("amala aşyrylýar", "ýerine ýetirilýär", "durmuşa geçirilýär", "işlenilýär", "başlandy", "başlanyldy"),
            *("işleniýär", "dowamynda", "dowam etdirilýär"),
        ),
        "completed": (
            *("complete", "done", "finished", "implemented", "achieved", "fulfilled", "fully completed"),
            *("fully done", "fully implemented", "выполнено", "выполнен", "выполнена", "выполнены", "завершен"),
            *("завершена", "завершены", "исполнено", "исполнен", "исполнена", "исполнены", "сделано", "закончено"),
            *("реализовано", "реализован", "реализована", "осуществлено", "окончено", "закончен", "закончена"),
            *("выполнено полностью", "полностью выполнено", "полностью завершено", "завершено полностью"),
            *("ýerine ýetirildi", "tamamlandy", "tamamlanyldy", "gutardy", "amala aşyryldy", "durmuşa geçirildi"),
            *("doly ýerine ýetirildi", "doly tamamlandy", "gutaryldy", "geçirildi", "held", "took place"),
            *("проведено", "проведена", "проведен", "проведены", "состоялось", "состоялась", "состоялся"),
        ),
        "proposed for cancellation": (
            *("cancelled", "canceled", "cancel", "to be cancelled", "to cancel", "cancellation"),
            *("отменено", "отменен", "отменена", "отменены", "отмена", "отменить", "предлагается отменить"),
            *("аннулировано", "ýatyryldy", "ýatyrmak", "ýatyrylýar", "ýatyrylmagy teklip edildi"),
        ),
        "proposed for postponement": (
            *("postponed", "postpone", "to be postponed", "postponement", "deferred"),
            *("отложено", "отложен", "отложена", "отложены", "отложить", "перенесено", "перенесен", "перенесена"),
            *("перенесены", "перенос", "предлагается отложить", "yza süýşürildi", "süýşürildi"),
            *("yza süýşürmek", "yza goýuldy", "gaýra goýuldy", "süýşürilýär"),
        ),
        "proposed for carry-over": (
            *("carry-over", "carry over", "carried over", "to be carried over", "carried forward", "rolled over"),
            *("переходящее", "переходящий", "переходящая", "предлагается перенести", "indiki ýyla geçirildi"),
            *("перенести на следующий год", "geçirmek"),
        ),
    },
    "rating": {
        "met": (
            *("achieved", "fully met", "fully achieved", "target met", "completed", "done", "достигнуто", "достигнут"),
            *("выполнен", "выполнена", "полностью достигнуто", "завершено", "gazanyldy", "ýetildi", "tamamlandy"),
        ),
        "on track": (
            *(
                "on-track",
                "ontrack",
                "on schedule",
                "going well",
                "по плану",
                "в графике",
                "по графику",
                "идет по плану",
            ),
            *(
                "на верном пути",
                "на пути к достижению",
                "выполняется",
                "в процессе выполнения",
                "в процессе реализации",
            ),
            *("meýilnama boýunça", "dogry ýolda", "tertip boýunça", "dowam edýär"),
        ),
        "constrained": (
            *("limited", "limited progress", "limited results", "constraints", "with constraints", "off track"),
            *("с ограничениями", "ограничено", "ограничен", "ограниченный прогресс", "ограниченный результат"),
            *("есть ограничения", "затруднено", "сдерживается", "çäkli", "çäklendirilen", "çäkli netije", "kynçylykly"),
        ),
        "no progress": (
            *("none", "no results", "no result", "without progress", "not achieved", "прогресса нет", "нет прогресса"),
            *("без прогресса", "прогресс отсутствует", "результатов нет", "нет результата", "öňegidişlik ýok"),
            *("netijesiz", "ösüş ýok", "netijeler ýok"),
        ),
        "no status": (
            *("without status", "not rated", "not assessed", "no rating", "unknown", "нет статуса", "без статуса"),
            *("не оценено", "нет оценки", "не определен", "без оценки", "baha ýok", "bahalandyrylmady", "derejesi ýok"),
        ),
    },
    "stage": {
        0: ("not begun", "not yet started", "не начат", "не начата", "не начиналось", "başlanylmady"),
        25: (
            *("started", "draft agreed", "terms agreed", "begun", "начато", "начат", "начата", "проект согласован"),
            *("условия согласованы", "başlandy", "başlanyldy", "taslama ylalaşyldy", "ýumuş ylalaşyldy"),
        ),
        50: (
            *("underway", "in progress", "ongoing", "half", "в процессе", "в работе", "ведется", "идет"),
            *("продолжается", "наполовину", "dowam edýär", "amala aşyrylýar", "ýarysy"),
        ),
        75: (
            *("submitted", "delivered", "handed over", "представлено", "сдано", "подано", "передано", "доставлено"),
            *("tabşyryldy", "gowşuryldy", "iberildi"),
        ),
        100: (
            *("accepted", "accepted with evidence", "approved", "completed", "complete", "done", "принято"),
            *("принят", "принята", "завершено", "выполнено", "принято с подтверждением", "утверждено"),
            *("kabul edildi", "tamamlandy", "ýerine ýetirildi", "tassyklandy"),
        ),
    },
    "cause": _FROM_WHOM,
    "waiting_for": _FROM_WHOM,
    "sex": {
        "female": (
            *("f", "girl", "girls", "woman", "women", "females", "ж", "жен", "женщина", "женщины", "девочка"),
            *("девочки", "девушки", "женск", "gyz", "gyzlar", "aýal", "aýallar", "zenan", "zenanlar", "aýal-gyzlar"),
        ),
        "male": (
            *("m", "boy", "boys", "man", "men", "males", "м", "муж", "мужчина", "мужчины", "мальчик", "мальчики"),
            *("юноши", "мужск", "oglan", "oglanlar", "erkekler", "erkek adam"),
        ),
    },
    "residence": {
        "urban": (
            *("city", "town", "cities", "u", "городской", "городская", "городское", "городские", "города", "гор"),
            *("городская местность", "şäherler", "şäherde", "şäher ýeri", "şäher ilaty"),
        ),
        "rural": (
            *("village", "villages", "countryside", "r", "сельский", "сельская", "сельское", "сельские", "деревня"),
            *("сельская местность", "село и деревня", "obalar", "obada", "oba ýeri", "oba ilaty"),
        ),
    },
    "wealth": {
        "poorest": (
            "poorest quintile",
            "first",
            "q1",
            "lowest",
            "беднейшие",
            "беднейший",
            "первый квинтиль",
            "iň garyplar",
        ),
        "second": ("second quintile", "q2", "второй", "ikinji kwintil"),
        "middle": ("middle quintile", "third", "q3", "средний", "третий", "orta kwintil", "üçünji"),
        "fourth": ("fourth quintile", "q4", "четвертый", "dördünji kwintil"),
        "richest": ("richest quintile", "fifth", "q5", "highest", "самые богатые", "богатейшие", "пятый", "bäşinji"),
    },
    "disability": {
        "with": (
            "with",
            "with disabilities",
            "disabled",
            "yes",
            "с",
            "есть",
            "да",
            "инвалиды",
            "maýyplygy bolan",
            "hawa",
        ),
        "without": (
            *(
                "no disability",
                "without",
                "without disabilities",
                "no",
                "not disabled",
                "без",
                "нет",
                "нет инвалидности",
            ),
            *("maýyplygy bolmadyk", "ýok"),
        ),
    },
}

"""The remarks in the reference data that a page shows, to be translated: data/ holds them in English, as their key."""

from monitoring.language import later

NOTES = {
    text: text
    for text in (
        later(
            "age 36-59 months; SDG 4.2.1 is now 24-59 months (ECDI2030): a later value of that kind is another series"
        ),
        later("an identity right (CRC article 7): belongs to none of the seven published priorities"),
        later(
            "nCa, 7 March 2025, names 11 workplans and 12 partners; which partners share one is assumed from 2024 "
            "(one row a partner otherwise)"
        ),
        later(
            "orient.tm, 18 February 2024, 22 documents were signed on the interaction of Turkmenistan with "
            "representative offices of UN agencies"
        ),
        later("priority area is our choice"),
        later("priority named at approval, not the plan's own heading; the list may be incomplete"),
        later("reported coverage; the WUENIC 2023 estimate is 98"),
    )
}

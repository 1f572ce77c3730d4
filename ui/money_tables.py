"""What the charts of money draw, as tables to be read: amounts in whole units of their currency."""

from collections.abc import Mapping

import pandas as pd

from monitoring.language import gettext as _
from monitoring.rows import rows_of


def by_group(found: pd.DataFrame, names: Mapping[str, str], called: str) -> pd.DataFrame:
    """What the bars draw, to be read: amounts in whole units of the currency, shares in percent."""
    words = {
        "planned": _("Planned"),
        "funded": _("Funded"),
        "released": _("Released"),
        "spent": _("Reported as spent"),
        "cash": _("Direct cash released"),
        "outstanding": _("Direct cash outstanding"),
        "old": _("Outstanding for over 6 months"),
    }
    return pd.DataFrame(
        {
            called: [names.get(code, code) for code in found["group"]],
            _("Currency"): found["currency"].to_numpy(),
            **{word: found[kind].to_numpy() / 100 for kind, word in words.items()},
            _("Delivered, %"): (found["delivered"].to_numpy() * 100).round(1),
            _("Activities"): found["activities"].to_numpy(),
            _("Activities without an amount"): found["without_amount"].to_numpy(),
        }
    )


def by_age(total: pd.DataFrame, words: Mapping[str, str]) -> pd.DataFrame:
    """What the bars of outstanding cash draw, to be read; ``words``: column → age in words."""
    (row,) = rows_of(total)
    bands = {**words, "cash_unknown": _("Not known")}
    return pd.DataFrame(
        {
            _("Direct cash outstanding"): list(bands.values()),
            row["currency"]: [row[column] / 100 for column in bands],
        }
    )

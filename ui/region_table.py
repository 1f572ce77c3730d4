"""The rows of the regions as a plain table, in the words of this language."""

from collections.abc import Mapping

import pandas as pd

from monitoring.language import gettext as _


def readable(rows: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """One row a region, as drawn, and the national one; shares become percent.

    ``rows`` as :func:`monitoring.places.ranked` gives them.
    """
    return pd.DataFrame(
        {
            _("Region"): [names.get(code, code) for code in rows["group"]],
            _("Activities"): rows["activities"].to_numpy(),
            _("Delivered, %"): (rows["delivered"] * 100).to_numpy(),
            _("Planned at the same dates, %"): (rows["planned_at_report"] * 100).to_numpy(),
            _("Reports in"): rows["reports_in"].to_numpy(),
            _("Reports due"): rows["reports_due"].to_numpy(),
            _("No report"): rows["no report"].to_numpy(),
            _("Behind"): rows["behind"].to_numpy(),
            _("Past end date"): rows["past end date"].to_numpy(),
        }
    )

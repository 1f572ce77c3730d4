"""The quarters of 2024 to 2026, as the tests of judgement use them."""

from datetime import date, timedelta

from monitoring.periods import Period, quarter_end


def _quarter(year: int, quarter: int) -> Period:
    starts = date(year, 3 * quarter - 2, 1)
    ends = quarter_end(starts)
    return Period(f"{year}-Q{quarter}", starts, ends, ends + timedelta(days=15))


QUARTERS = [_quarter(year, quarter) for year in (2024, 2025, 2026) for quarter in (1, 2, 3, 4)]

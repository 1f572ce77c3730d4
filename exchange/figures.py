"""Numbers as other systems read them."""

from decimal import Decimal


def figure(value: Decimal | float) -> str:
    """A number without an exponent and without zeros at its end; what reckoning left after the sixth decimal is cut."""
    exact = round(Decimal(str(value)), 6)
    return f"{exact.normalize() + 0:f}"

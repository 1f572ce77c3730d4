"""What can be wrong with what somebody asks for by codes, days and numbers: in an address, or on a command line."""

from monitoring.errors import DashboardError
from monitoring.language import later


class AskedWrongly(DashboardError):
    """What was asked for cannot be answered; whoever asks can mend it."""


class UnknownCode(AskedWrongly):
    text = later("There is no “{code}” to filter by. Known are: {known}.")


class UnknownParameter(AskedWrongly):
    text = later("There is no parameter “{name}” here. Known are: {known}.")


class GivenTwice(AskedWrongly):
    text = later("The parameter “{name}” can be given once only.")


class NoDay(AskedWrongly):
    text = later("“{value}” is no day for “{name}”: write it like 2025-09-30.")


class NoMoment(AskedWrongly):
    text = later("“{value}” is no day or moment for “{name}”: write it like 2025-10-15 or 2025-10-15T18:59:59Z.")


class NoNumber(AskedWrongly):
    text = later("“{value}” is no number for “{name}”: it has to be a whole number from {least} to {most}.")


class NothingThere(DashboardError):
    text = later("There is nothing at {path}. What there is stands at {start}.")


class OnlyReading(DashboardError):
    text = later("“{method}” is not possible here: it can only be read, with {allowed}.")

"""A cell that cannot be taken, with the sentences that say why."""

from monitoring.faults import Said
from monitoring.language import later


class Refused(Exception):
    """A cell that cannot be taken: what is wrong with it, and what is allowed."""

    def __init__(self, what: Said, allowed: Said) -> None:
        super().__init__(what.text)
        self.what, self.allowed = what, allowed


NUMBER = Said(later("Write a number, such as 45 or 1 100,50."))
DATE = Said(later("Write a date like 30.09.2025, from 1990 to 2099."))

"""The code of a row: what it is about, and what to say when it is about nothing known."""

from dataclasses import dataclass, field

from monitoring.language import later
from monitoring.upload import Said
from spreadsheets.row_values import RowValues
from spreadsheets.spelling import nearest

SUGGESTED_AT_MOST = 50  # comparing words takes time: with more faults of this kind, the file is another one


@dataclass
class Codes:
    """The codes that rows may name, found whatever their case: those of the form, and others that can be recognised.

    What was meant by an unknown one is looked for among those of the form, once a code.
    """

    own: tuple[str, ...]
    others: tuple[str, ...] = ()
    suggested: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._by_spelling = {code.casefold(): code for code in (*self.others, *self.own)}

    def of(self, row: RowValues, unknown: Said) -> str | None:
        """The code of a row as it stands in the plan; None, with its fault noted, for a missing or unknown one."""
        name = row.table.form.plan[0].field
        said = row.code
        code = self._by_spelling.get(said.casefold())
        if code is None and not said:
            row.fault(
                name, Said(later("This row has no code.")), Said(later("Write the code of the plan, or clear it."))
            )
        elif code is None:
            row.fault(name, unknown, self._meant(said))
        return code

    def _meant(self, said: str) -> Said:
        if said not in self.suggested and len(self.suggested) < SUGGESTED_AT_MOST:
            self.suggested[said] = nearest(said, self.own)
        if self.suggested.get(said):
            return Said(later("Did you mean {code}?"), {"code": self.suggested[said]})
        return Said(later("Use the codes of the form as they are."))

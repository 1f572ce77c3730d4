"""What a row is about: its code or its title, and what to say when it is about nothing known."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from typing import Any

from monitoring.faults import Said
from monitoring.language import later
from spreadsheets.read_table import ReadTable
from spreadsheets.spelling import nearest, plain
from spreadsheets.tables import shown
from spreadsheets.typed import Refused, code_like
from spreadsheets.unread_lines import WITHIN
from spreadsheets.workbook import Cell

_NEITHER = re.compile(r"[^a-z0-9]")
SUGGESTED_AT_MOST = 200  # comparing words takes time: with more faults of this kind, the file is another one
NO_CODE = Refused(Said(later("This row has no code.")), Said(later("Write the code of the plan, or clear it.")))


OF_TWO = Said(later("Code and title of this row belong to two different ones."))


class Codes:
    """What rows may be about, found whatever the case and the alphabet of a code: ``own``, and ``others`` that are only
    recognised. Where a table has no codes, the titles say it.

    ``titles``: code and titles of each of ``own``. ``late``: those of ``own`` that few mean: they are not suggested,
    and a title that another has too is that one's.
    """

    def __init__(
        self,
        unknown: Said,
        own: Iterable[str],
        titles: Mapping[str, tuple[str, ...]],
        others: Iterable[str] = (),
        late: Set[str] = frozenset(),
    ) -> None:
        self.unknown, self._suggested = unknown, 0
        self._own = tuple(own)
        self._usual = tuple(code for code in self._own if code not in late)
        self._by_code = {code_like(code): code for code in (*others, *self._own)}
        self._titles = titles
        self._by_title: dict[str, str | None] = {}
        for code, names in sorted(titles.items(), key=lambda one: one[0] in late):
            for title in {plain(name) for name in names if name}:
                # A title that two of them have says nothing.
                if code not in late or self._by_title.get(title) in {None, *late}:
                    self._by_title[title] = code if self._by_title.get(title, code) == code else None

    def of(self, read: ReadTable) -> list[str | None]:
        """The code that each row is about, as it stands in the plan; None, with its fault noted, for no known one."""
        field = read.table.identity
        by_code = field == read.table.form.plan[0].field
        found: list[Any] = read.taken(field, self._coded if by_code else self._titled)
        self._check_titles(read, found)
        for place, cell in zip(read.places, read.cells(field), strict=True):
            if cell == "" or (isinstance(cell, str) and not cell.strip()):
                read.fault(place, field, NO_CODE.what, NO_CODE.allowed)
        return found

    def _check_titles(self, read: ReadTable, found: list[str | None]) -> None:
        """Doubt the codes that stand beside the title of another one, as after sorting them without their rows.

        A code that stands there twice was written over another by hand: of its rows something else is said.
        """
        times = Counter(found)
        titles = _titles(read)
        # Spellings have to be compared only where a code does not stand beside its own title as it is.
        pairs = set(zip(found, titles, strict=True))
        other = {(code, title) for code, title in pairs if code and title not in self._titles.get(code, ())}
        for number, (place, code, title) in enumerate(zip(read.places, found, titles, strict=True) if other else ()):
            if (code, title) not in other or not isinstance(title, str) or times[code] > 1:
                continue
            titled = self._by_title.get(plain(title))
            if titled and titled != code:
                allowed = Said(later("By its title it is {code}: correct one."), {"code": titled})
                read.fault(place, read.table.identity, OF_TWO, allowed)
                found[number] = None

    def _coded(self, cell: Cell) -> str:
        said = shown(cell).strip()
        code = self._by_code.get(code_like(said))
        if code is None:
            raise Refused(self.unknown, self._meant(said, self._usual))
        return code

    def _titled(self, cell: Cell) -> str:
        said = shown(cell).strip()
        code = self._by_title.get(plain(said))
        if code is None:
            raise Refused(self.unknown, self._meant(said, self._by_title))
        return code

    def _meant(self, said: str, known: Iterable[str]) -> Said:
        self._suggested += 1
        bare = _bare(said)
        same = [code for code in known if _bare(code) == bare] if bare and self._suggested <= SUGGESTED_AT_MOST else []
        if len(same) == 1:
            return Said(later("Did you mean {code}?"), {"code": self._by_title.get(same[0]) or same[0]})
        inside = WITHIN.findall(said) if self._suggested <= SUGGESTED_AT_MOST else []
        within = {code for part in inside if (code := self._by_code.get(code_like(part))) in self._own}
        if len(within) > 1:
            return Said(later("Give each of them a row of its own: {codes}."), {"codes": ", ".join(sorted(within))})
        titled = self._by_title.get(plain(said))
        if len(within) == 1 or titled:
            return Said(later("Did you mean {code}?"), {"code": titled or within.pop()})
        meant = nearest(said, known) if self._suggested <= SUGGESTED_AT_MOST else ""
        if meant:
            return Said(later("Did you mean {code}?"), {"code": self._by_title.get(meant) or meant})
        return Said(later("Use the codes of the form as they are."))


def _titles(read: ReadTable) -> list[Cell]:
    """The titles beside the codes; of a table without codes, the titles say what its rows are about themselves."""
    code, title = (column.field for column in read.table.form.plan[:2])
    return read.cells(title) if read.table.identity == code else [""] * len(read.places)


def _bare(code: str) -> str:
    """The letters and figures of a code alone, such as moe202506."""
    return _NEITHER.sub("", code_like(code))

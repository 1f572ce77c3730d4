"""Which region is meant: by its code or its name in any language, long or short, and the total of all."""

import re
from collections.abc import Iterable

from monitoring.faults import Names, Said
from monitoring.form import InThreeLanguages
from monitoring.language import later
from spreadsheets import typed
from spreadsheets.spelling import alike, nearest, plain
from spreadsheets.typed.refused import Refused

_KINDS = re.compile(
    r"(?<!\w)(?:велаят\w*|область|обл|регион|город|г|welaýat\w*|welayat\w*|wel|velayat|region|province|city|of"
    r"|şäher\w*|ş)(?!\w)\.?"
)
_ADJECTIVE = re.compile(r"й?ск(?:ий|ая|ое|ого|ом|ому)$")
_NO_SUCH = Said(later("There is no such region."))


class Regions:
    """The regions of the country, however they are called."""

    def __init__(self, regions: Iterable[InThreeLanguages]) -> None:
        self._by_name: dict[str, str] = {}
        self._by_short: dict[str, str] = {}
        self._words: dict[str, str] = {}
        self._names: dict[str, str] = {}  # the plain name by the short one
        self._regions = tuple(regions)
        for region in self._regions:
            for word in (region.code, region.name_en, region.name_ru, region.name_tk):
                if word:
                    self._by_name[plain(word)] = region.code
                    self._words[plain(word)] = word
                    self._by_short[_short(word)] = region.code
                    self._names[_short(word)] = plain(word)

    def code(self, said: str) -> str:
        """The code of a region; empty for the total. Raises Refused."""
        if not said or typed.is_total(said):
            return ""
        found = self._by_name.get(plain(said)) or self._by_short.get(_short(said))
        if found is not None:
            return found
        meant = nearest(said, self._by_name) or self._names.get(nearest(_short(said), self._names), "")
        allowed = Said(later("Choose one of: {regions}."), {"regions": Names(*self._regions)})
        if meant:
            allowed = Said(later("Did you mean {code}?"), {"code": self._words[meant]})
        raise Refused(_NO_SUCH, allowed)


def _short(name: str) -> str:
    """A name without the kind of region it is, and not as an adjective: Ахалский велаят, Ахал."""
    return alike(_ADJECTIVE.sub("", _KINDS.sub("", plain(name)).strip(" .,")))

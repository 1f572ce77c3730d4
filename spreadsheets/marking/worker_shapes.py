"""Numbers of the boxes of comments: no two alike in a workbook, and each in a block that its sheet has to itself.

openpyxl begins anew on each sheet and claims one block of 1,024, though more comments need more; a workbook like that
is not what ISO/IEC 29500-1, 14.2.2.14 (idmap) describes, and Excel may want to repair it.
"""

import re
from math import ceil
from xml.etree import ElementTree

_SHAPES, _OFFICE = "urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:office"
_COMMENT = "#_x0000_t202"
_NUMBER = "_x0000_s"
_BLOCK = 1024
for prefix, namespace in (("v", _SHAPES), ("o", _OFFICE), ("x", "urn:schemas-microsoft-com:office:excel")):
    ElementTree.register_namespace(prefix, namespace)


def renumbered(drawings: dict[str, bytes]) -> dict[str, bytes]:
    """The drawings of a workbook, by part, with new numbers for their comments; other shapes keep theirs.

    A drawing that is no XML stays as it is: Excel writes such ones for buttons, and openpyxl carries them along.
    """
    roots = {part: root for part, xml in drawings.items() if (root := _parsed(xml)) is not None}
    kept = {part: _numbers(xml) if part not in roots else _others(roots[part]) for part, xml in drawings.items()}
    others = {part: {number // _BLOCK for number in numbers} for part, numbers in kept.items()}
    block = 1 + max((one for blocks in others.values() for one in blocks), default=0)
    for part, root in roots.items():
        comments = [shape for shape in root.iter(f"{{{_SHAPES}}}shape") if shape.get("type") == _COMMENT]
        needed = ceil(len(comments) / (_BLOCK - 1))
        for place, shape in enumerate(comments):
            ahead, rest = divmod(place, _BLOCK - 1)
            shape.set("id", f"{_NUMBER}{(block + ahead) * _BLOCK + rest + 1}")
        claimed = [*sorted(others[part]), *range(block, block + needed)]
        for claim in root.iter(f"{{{_OFFICE}}}idmap"):
            claim.set("data", ",".join(map(str, claimed)))
        block += needed
    return {**drawings, **{part: ElementTree.tostring(root) for part, root in roots.items()}}


def _parsed(xml: bytes) -> ElementTree.Element | None:
    try:
        return ElementTree.fromstring(xml)
    except ElementTree.ParseError:
        return None


def _numbers(xml: bytes) -> list[int]:
    return [int(number) for number in re.findall(rb"\b_x0000_s(\d+)", xml)]


def _others(root: ElementTree.Element) -> list[int]:
    """The numbers of the shapes that are no comments, such as buttons."""
    shapes = [shape for shape in root.iter(f"{{{_SHAPES}}}shape") if shape.get("type") != _COMMENT]
    return _numbers(" ".join(shape.get("id", "") for shape in shapes).encode())

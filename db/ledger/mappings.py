"""Keep what the columns of a partner's own spreadsheet mean."""

import json
from datetime import UTC, datetime

from sqlalchemy import select

from db.engine import Database, add
from db.models import ColumnMapping as Saved
from db.models import Partner
from monitoring import errors, file_errors
from monitoring.mapping import ColumnMapping, refuse_useless


def save_mapping(database: Database, mapping: ColumnMapping, partner: str, by: str) -> None:
    """Keep a mapping under its name; an older one of that name is kept too, and no longer used.

    ``partner``: whose spreadsheets it describes; empty for anybody's. Raises MappingUnnamed, MappingSaysTooLittle,
    MappingSaysTwice or UnknownPartner.
    """
    if not mapping.name.strip():
        raise file_errors.MappingUnnamed()
    refuse_useless(mapping)
    with database.writing() as connection:
        statement = select(Partner.code, Partner.id).where(Partner.programme_id == database.programme_id)
        partners = {code: number for code, number in connection.execute(statement)}
        if partner and partner not in partners:
            raise errors.UnknownPartner(code=partner, known=", ".join(partners))
        columns = {word: (meant.field, meant.on and meant.on.isoformat()) for word, meant in mapping.columns.items()}
        add(
            connection,
            Saved,
            programme_id=database.programme_id,
            partner_id=partners.get(partner),
            name=mapping.name.strip(),
            about=mapping.about,
            columns=json.dumps(columns, ensure_ascii=False, sort_keys=True),
            person=by.strip(),
            recorded=datetime.now(UTC),
        )

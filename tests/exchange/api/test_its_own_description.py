"""The API keeps what its own description promises, whatever is asked: schemathesis makes up what is asked."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig

from exchange.api.tables import TABLES
from tests.exchange.api.conftest import Api

FEW = settings(
    max_examples=15,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def described(api: Api) -> Any:
    return schemathesis.openapi.from_url(f"{api.host}/api/v1/openapi.json", config=SchemathesisConfig(seed=1))


def test_all_tables_are_described(described: Any) -> None:
    assert {f"/{path}" for path in TABLES} == set(described)
    described.validate()


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize("path", TABLES)
def test_every_answer_is_as_described_to_what_fits_and_to_what_does_not(
    described: Any, path: str, mode: GenerationMode
) -> None:
    operation = described[f"/{path}"]["GET"]
    statuses = set()

    @FEW
    @given(case=operation.as_strategy(generation_mode=mode))
    def answered(case: schemathesis.Case) -> None:
        statuses.add(case.call_and_validate().status_code)

    answered()
    assert statuses
    assert statuses <= ({200} if mode is GenerationMode.POSITIVE else {200, 400, 404, 405})

"""The Method page explains with what is in the ledger, and lets a manager try the rules."""

from collections.abc import Callable

from tests.browser.conftest import Visit


def test_the_rules_stand_there_with_the_limits_in_force(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("method")
    text = visitor.text()
    assert "At most 31 days behind the plan at its report." in text
    assert "32 to 92 days behind the plan at its report." in text
    assert "A pace of 0.6 or more, but below 0.95." in text
    mixed = visitor.page.locator("tr", has_text="At least 20% is behind or past its end.")
    assert mixed.locator("img").count() == 1
    assert visitor.page.locator("a.open").count() >= 9, "an example for each status that occurs"


def test_a_plan_and_a_report_are_judged_as_the_method_says(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("method")
    visitor.page.get_by_role("button", name="Judge").first.click()
    visitor.page.get_by_text("32 to 92 days behind the plan at its report.").last.wait_for()
    visitor.settle()
    text = visitor.text()
    assert "Days behind at the report\t91" in text, "the published vector: half delivered at 30 September"
    assert "Planned at the report\t74.8%" in text


def test_an_indicator_is_judged_by_every_method(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("method")
    visitor.page.get_by_role("button", name="Judge").last.click()
    visitor.page.get_by_text("rate of reduction", exact=True).wait_for()
    visitor.settle()
    text = visitor.text()
    assert "Progress to the final target\t80%" in text, "the published vector: from 20 to 12 of 10"
    assert "growth rate" in text


def test_why_is_one_click_away_from_what_needs_a_decision(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("?period=2025-Q3")
    visitor.page.locator(".st-key-deciding button.ask").first.click()
    told = visitor.page.locator("[popover]:popover-open")
    told.get_by_text("Its end date passed more than 31 days ago.").wait_for()
    assert "Days past the end" in told.inner_text()
    assert told.get_by_role("link", name="How progress is judged").get_attribute("href").startswith("/method")


def test_a_value_may_be_tried_without_a_target_and_with_values_between(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration)
    visitor.open("method")
    visitor.page.get_by_text("There is a target").click()
    visitor.page.get_by_label("Values between, as year:value").fill("2022:17 2023:x")
    visitor.page.get_by_role("button", name="Judge").last.click()
    visitor.page.get_by_text("Write each value between as year:value").wait_for()
    visitor.page.get_by_label("Values between, as year:value").fill("2022:17 2023:15,5")
    visitor.page.get_by_role("button", name="Judge").last.click()
    visitor.page.get_by_text("a trend only, without a target").wait_for()
    assert "No target is set, so there is nothing to judge against." in visitor.text()


def test_every_status_on_the_page_has_a_rule_and_an_example_or_says_that_there_is_none(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration)
    visitor.open("method?period=2025-Q3")
    text = visitor.text()
    assert "Other money is never flagged." in text
    assert "They disagree unless" in text
    for heading in ("Growth rate.", "Rate of reduction."):
        assert heading in text
    assert text.count("none at this date") >= 3
    assert "from 50% (2019), now 44.4% (2024), expected 71.74, target 100% (2030), pace -0.26" in text


def test_both_forms_keep_what_they_said_and_milestones_may_be_typed(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration)
    visitor.open("method")
    visitor.page.get_by_label("Milestones, as date:percent").fill("30.06.2025:10 30.09.2025:50")
    visitor.page.get_by_role("button", name="Judge").first.click()
    visitor.page.get_by_text("Days behind at the report").wait_for()
    visitor.page.get_by_role("button", name="Judge").last.click()
    visitor.page.get_by_text("rate of reduction", exact=True).wait_for()
    visitor.settle()
    text = visitor.text()
    assert "Planned at the report\t50%" in text
    assert "Days behind at the report\t0" in text


def test_without_a_baseline_or_a_value_the_reason_is_told(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("method")
    visitor.page.get_by_text("There is a baseline").click()
    visitor.page.get_by_role("button", name="Judge").last.click()
    visitor.page.get_by_text("No baseline is stated, so progress cannot be worked out.").first.wait_for()
    visitor.page.get_by_text("There is a newest value").click()
    visitor.page.get_by_role("button", name="Judge").last.click()
    visitor.page.get_by_text("Nothing has been observed yet.").first.wait_for()
    visitor.settle()
    assert "Nothing has been observed yet." in visitor.text()


def test_a_trend_without_a_target_is_called_no_status(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("method")
    visitor.page.get_by_text("There is a target").click()
    visitor.page.get_by_role("button", name="Judge").last.click()
    row = visitor.page.get_by_role("row").filter(has_text="a trend only, without a target")
    row.wait_for()
    assert "No target" in row.inner_text()
    assert "Trend a year, above zero towards better: 9.7%" in row.inner_text()


def test_what_the_typed_plan_does_not_allow_is_said(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("method")
    for milestones in ("30.06.2025:50 30.09.2025:10", "31.03.2026:50"):
        visitor.page.get_by_label("Milestones, as date:percent").fill(milestones)
        visitor.page.get_by_role("button", name="Judge").first.click()
        visitor.page.get_by_text("Milestones lie between the start and the end of the plan").wait_for()
        visitor.settle()
        assert "Milestones lie between the start and the end of the plan" in visitor.text()


def test_an_example_of_a_status_tells_why(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("method?period=2025-Q3")
    row = visitor.page.get_by_role("row").filter(has_text="No report has come, and a period")
    row.get_by_role("button", name="Why").click()
    told = visitor.page.locator("[popover]:popover-open")
    told.get_by_text("a period closes 15 after its end").wait_for()
    assert "a period closes 15 after its end" in told.inner_text()

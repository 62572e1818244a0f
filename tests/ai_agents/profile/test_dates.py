"""Dates and ranges are read in many languages and forms; numbers that are no dates are left."""

import pytest

from ai_agents.profile.dates import find_dates


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Jan 2020 – Present", "2020-01", "present"),
        ("01/2020 - 03/2021", "2020-01", "2021-03"),
        ("15.03.2018 - 20.04.2019", "2018-03", "2019-04"),
        ("2020年4月〜2023年3月", "2020-04", "2023-03"),
        ("令和2年4月 ～ 現在", "2020-04", "present"),
        ("平成30年3月 卒業", "2018-03", "2018-03"),
        ("seit 05/2018", "2018-05", "present"),
        ("Fall 2003 – Spring 2005", "2003", "2005"),
        ("Jan '19 - Mar '21", "2019-01", "2021-03"),
        ("June-August 2019", "2019-06", "2019-08"),
        ("enero de 2020 – actualidad", "2020-01", "present"),
        ("März 2019 bis heute", "2019-03", "present"),
        ("с 2019 по н.в.", "2019", "present"),
        ("2020.03-至今", "2020-03", "present"),
        ("July 2019 -", "2019-07", None),
        ("Sep 15 – Jan 17", "2015-09", "2017-01"),
        ("Sep 15 - NOW", "2015-09", "present"),
        ("11.09-15.06", "2011-09", "2015-06"),
        ("17.01-至今", "2017-01", "present"),
        ("09/11 – 06/15", "2011-09", "2015-06"),
        ("’19 – ’21", "2019", "2021"),
        ("2016 – 18", "2016", "2018"),
        ("2016 / 09 - now", "2016-09", "present"),
        ("gennaio 2005 - alla data attuale", "2005-01", "present"),
        ("2021 – Auj.", "2021", "present"),
        ("março de 2019 até o momento", "2019-03", "present"),
        ("enero 2015 a la fecha", "2015-01", "present"),
        ("maart 2018 tot heden", "2018-03", "present"),
        ("Сентябрь 2019 — по настоящее время", "2019-09", "present"),
        ("2019年4月〜現在に至る", "2019-04", "present"),
        ("2018/04ー2020/03", "2018-04", "2020-03"),
        ("2004/09-2006/12", "2004-09", "2006-12"),
        ("maart 2018 tot en met mei 2019", "2018-03", "2019-05"),
        ("20XX – Present", None, "present"),
        ("MM/YYYY – MM/YYYY", None, None),
    ],
)
def test_a_range_is_read_as_printed(text: str, start: str | None, end: str | None) -> None:
    """Each form gives one span with the months and years a reader sees."""
    spans = find_dates(text)
    assert [(span.start, span.end) for span in spans] == [(start, end)]


@pytest.mark.parametrize(
    "text",
    [
        "123-456-7890",
        "$2000 saved",
        "the 1900’s",
        "2000% more",
        "10-15 to 20-30",
        "Sep 15",
        "3.12-4.5",
    ],
)
def test_other_numbers_are_no_dates(text: str) -> None:
    """Phone numbers, amounts, decades and percentages date nothing."""
    assert find_dates(text) == ()

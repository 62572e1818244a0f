"""Numbers as they are written: sign, digits, unit, and the words around them; no judgement.

Dates, times of day, dotted versions and phone numbers are no numbers here and are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: Currencies before or after the number.
_MONEY = (
    r"[$€£¥₹₽₩₺]|(?:US|A|C|HK|NZ|S)\$|(?:USD|EUR|GBP|CHF|JPY|INR|CAD|AUD|SGD|SEK|NOK|DKK|PLN|CZK"
    r"|BRL|RUB|CNY|RMB|AED|ZAR)\b"
)
_AMOUNT = (
    r"(?:\d{1,3}(?:[,.'’\u00a0\u202f ]\d{3})+(?!\d)(?:[.,]\d{1,2})?"  # grouped by thousands
    r"|\d+(?:[.,]\d+)?)"
)
_NUMBER = re.compile(
    rf"(?<![0-9A-Za-zÀ-ɏЀ-ӿ_.,/:§'’-])(?P<sign>(?:[~≈<>≥≤±+−–-]\s?)?(?P<money>(?:(?:{_MONEY})\s?)?))"
    rf"(?P<digits>{_AMOUNT})"
    rf"(?:\s?(?:[-–—]|to|bis|à|a)\s?(?:(?:{_MONEY})\s?)?(?P<upto>{_AMOUNT})(?![\d/]))?"
)
_UNIT = re.compile(
    rf"\s?(?:%|‰|％|{_MONEY})|\s?\+(?!\w)|\s?[x×](?![\w-])|\s?[万億亿千百割倍]"
    r"|\s?(?:(?:percent|percentage points?|per cent|pct|bps|basis points?|prozent|pour ?cent"
    r"|por ciento|per cento|por cento|procent|процент\w*)\b"
    r"|(?:k|m|mm|mn|bn|b|mio|mrd|tsd|mill|millions?|billions?|trillions?|thousand|hundred|lakhs?"
    r"|crores?|millionen|milliarden|millones|millón|milioni|milhões|miljoen|miljard|mille|mil"
    r"|milliards?|euros?|dollars?|pounds?|francs?|franken|kr|тыс|млн|млрд|руб)\b(?!-)\.?)"
    r"|(?:ms|s|sec|mins?|h|hrs?|kb|mb|gb|tb|pb|gbps|mbps|tps|qps|rps|kw|mw|gw|kwh|mwh|kg|mg|t"
    r"|km|cm|m2|m²|ft|sqft|lbs?|k?hz|mhz|ghz|fps|pp|pax|ftes?)\b",
    re.IGNORECASE,
)
_NO_NUMBER = re.compile(
    r"(?<![\d.,/])(?:"
    r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d-\d\d(?:-\d\d)?"  # dates
    r"|(?:0?[1-9]|1[0-2])[./](?:19|20)\d\d"
    r"|(?:19|20)\d\d\s?[-–—/]\s?(?:(?:19|20)\d\d|\d\d(?!\d))"
    r"|\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\b\.?"  # times of day
    r"|24\s?[/x×-]\s?[75](?:\s?[/x×-]\s?365)?|9\s?(?:-|–|to)\s?5\b(?!\s?%)"  # hours of service
    r"|30 under 30|360(?:°|[- ]degree)"
    r"|v?\d+(?:\.\d+){2,}"  # versions
    r"|\(?\+\d[\d ()./-]{7,17}\d|\(\d{3}\) ?\d{3}[ -]\d{4}|\d{2,4}-\d{3,4}-\d{4}"  # phone numbers
    r")(?![\d%])",
    re.IGNORECASE,
)
#: How much of the text around a number is looked at.
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Number:
    """One number: as written with its unit, and what stands before and behind it.

    `behind` begins right after the digits, the unit included; `money` is True with a currency in
    front; `upto` are the second digits of a range ('10–15'), else "".
    """

    written: str
    digits: str
    money: bool
    upto: str
    unit: str
    before: str
    behind: str


def numbers(text: str) -> Iterator[Number]:
    """Yield the numbers of a text that are written in digits, in order."""
    if not any(map(str.isdigit, text)):
        return
    plain = _NO_NUMBER.sub(" ; ", text)
    for match in _NUMBER.finditer(plain):
        unit = _UNIT.match(plain, match.end())
        yield Number(
            written=plain[match.start() : unit.end() if unit else match.end()].strip(),
            digits=match["digits"],
            money=bool(match["money"]),
            upto=match["upto"] or "",
            unit=unit.group() if unit else "",
            before=plain[max(0, match.start() - _AROUND) : match.start()],
            behind=plain[match.end() : match.end() + _AROUND],
        )

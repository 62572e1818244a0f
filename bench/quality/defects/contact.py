"""Defects of the contact data."""

from ai_agents.vocabulary import Dimension, Severity
from bench.quality.defects.model import Damage, Draw, Make, Operator, Slip
from bench.quality.defects.spots import texts
from bench.quality.edits import edit
from bench.quality.resume import Resume

_HERE = Dimension.COMPLETENESS


def _dropped(field: str, rule: str) -> Make:
    def make(resume: Resume, _draw: Draw) -> Damage:
        return Damage((edit(resume, (field,), ""),), (Slip((rule,)),))

    return make


def _email_malformed(resume: Resume, draw: Draw) -> Damage:
    local, _, domain = resume.email.partition("@")
    host, _, end = domain.rpartition(".")
    forms = {
        "a": [f"{local}{domain}", f"{local}@@{domain}", f"{local}@{host}"],
        "b": [
            f"{local} @{domain}",
            f"{local}@{host},{end}",
            f"{local}@.{end}",
            f"{local}(at){domain}",
        ],
    }
    bad = draw.rng.choice(forms[draw.pool])
    return Damage((edit(resume, ("email",), bad),), (Slip(("email-malformed",), (bad,)),))


def _phone_malformed(resume: Resume, draw: Draw) -> Damage:
    phone = resume.phone
    forms = {
        "a": [phone[:-5], f"{phone}{phone[-4:]}{phone[-4:]}"],
        "b": [phone.replace("555", "55S"), f"{phone[:6]}55-0{phone[-1]}", f"{phone}0198234"],
    }
    bad = draw.rng.choice(forms[draw.pool])
    return Damage((edit(resume, ("phone",), bad),), (Slip(("phone-malformed",), (bad,)),))


def _unprofessional(resume: Resume, draw: Draw) -> Damage:
    bad = texts("unprofessional-email", draw)[0]
    return Damage((edit(resume, ("email",), bad),), (Slip(("unprofessional-email",), (bad,)),))


def _in_header(resume: Resume, _draw: Draw) -> Damage | None:
    if resume.look.layout == "sidebar":
        return None
    slip = Slip(("contact-in-header",), (resume.email, resume.phone))
    return Damage((edit(resume, ("look", "contact_in"), "header"),), (slip,))


OPERATORS = (
    Operator("email-dropped", _HERE, Severity.CRITICAL, _dropped("email", "email-missing")),
    Operator("email-malformed", _HERE, Severity.CRITICAL, _email_malformed),
    Operator("phone-dropped", _HERE, Severity.WARNING, _dropped("phone", "phone-missing")),
    Operator("phone-malformed", _HERE, Severity.WARNING, _phone_malformed),
    Operator("name-dropped", _HERE, Severity.INFO, _dropped("name", "name-missing")),
    Operator("place-dropped", _HERE, Severity.INFO, _dropped("place", "location-missing")),
    Operator("unprofessional-email", Dimension.TONE, Severity.WARNING, _unprofessional),
    Operator(
        "contact-in-header", Dimension.FORMAT, Severity.WARNING, _in_header, formats=("docx",)
    ),
)

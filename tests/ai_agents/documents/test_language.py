"""The language is told where the words tell it, and left open where they do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_agents.documents.language import detect_language

SAMPLES = {
    "en": "Led a team of twelve people and was responsible for the budget of the region. "
    "Experience with Python in data projects for the public sector.",
    "de": "Leitung eines Teams von zwölf Personen und verantwortlich für das Budget der Region. "
    "Berufserfahrung mit Python in Projekten für die öffentliche Verwaltung.",
    "fr": "Direction d'une équipe de douze personnes et responsable du budget de la région. "
    "Expérience professionnelle avec Python dans les projets pour le secteur public.",
    "es": "Dirección de un equipo de doce personas y responsable del presupuesto de la región. "
    "Experiencia laboral con Python en proyectos para el sector público desde 2019.",
    "it": "Gestione di un gruppo di dodici persone e responsabile del bilancio della regione. "
    "Esperienza con Python nei progetti per il settore pubblico presso gli uffici.",
    "pt": "Gestão de uma equipa de doze pessoas e responsável pelo orçamento da região. "
    "Experiência com Python em projetos para o setor público desde 2019, também no Brasil.",
    "nl": "Leiding van een team van twaalf mensen en verantwoordelijk voor het budget daar. "
    "Werkervaring met Python in projecten voor de overheid sinds 2019.",
    "sv": "Ledde ett team på tolv personer och var ansvarig för budgeten för regionen. "
    "Erfarenhet av Python i projekt för den offentliga sektorn sedan 2019, samt utbildning.",
    "pl": "Kierowanie zespołem dwunastu osób oraz odpowiedzialność za budżet regionu. "
    "Doświadczenie w pracy z językiem Python przy projektach dla sektora publicznego od 2019.",
    "ru": "Руководство командой из двенадцати человек и ответственность за бюджет региона. Опыт.",
    "ja": "十二名のチームを率い、地域の予算を担当しました。"
    "Pythonを使ったプロジェクトの経験があります。",
    "zh": "带领十二人的团队，负责该地区的预算。具有使用Python开展公共部门项目的经验。",
    "ko": "열두 명의 팀을 이끌고 지역 예산을 담당했습니다. 파이썬 프로젝트 경험.",
    "ar": "قيادة فريق من اثني عشر شخصا والمسؤولية عن ميزانية المنطقة.",
}


@pytest.mark.parametrize("code", SAMPLES)
def test_two_sentences_are_enough(code: str) -> None:
    """A short paragraph of a resume tells its language."""
    assert detect_language(SAMPLES[code]) == code


@pytest.mark.parametrize("text", ["", "123 / 456", "Maya Chen", "Python, SQL, Docker, AWS, Kafka"])
def test_too_little_to_tell_is_none(text: str) -> None:
    """Names and lists of tools belong to no language."""
    assert detect_language(text) is None


def test_english_tools_do_not_make_a_german_resume_english() -> None:
    """Terms of a trade are no words of a language."""
    text = SAMPLES["de"] + " Software Engineer, Machine Learning, Cloud, DevOps, Product Owner"
    assert detect_language(text) == "de"


@given(st.text(max_size=300))
def test_any_text_has_a_code_or_none(text: str) -> None:
    """The answer is a two-letter code or nothing, and always the same."""
    code = detect_language(text)
    assert code is None or len(code) == 2
    assert detect_language(text) == code

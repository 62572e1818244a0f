"""Makes the forms of Spanish words from the infinitives and singulars a dictionary lists.

Regular conjugation with its changes of spelling and stem, and the irregular verbs by their endings.
More forms are made than exist (every verb may change its stem): a list for finding misspelt words
must hold every right one, and a few that nobody writes do no harm.
"""

from collections.abc import Iterator

#: Endings a rare verb is met with: in '-er' and '-ir', in '-ar'.
_USUAL_ENDS = ("e en ió iendo ido ida idos idas", "a an ó ando ado ada ados adas")
_PLAIN = str.maketrans("áéíóú", "aeiou")
#: Endings after the stem of the infinitive, by conjugation: stressed stem, then all others.
_STRESSED_ENDS = {"ar": "o a an e en", "er": "o e en a an", "ir": "o e en a an"}
_ENDS = {
    "ar": "amos é aste ó aron aba abas ábamos aban emos ara aran áramos ase asen ando ado ada ados"
    " adas ad aré ará aremos arán aría arían aríamos",
    "er": "emos í iste ió imos ieron ía ías íamos ían amos iera ieran iéramos iese iesen iendo ido"
    " ida idos idas ed eré erá eremos erán ería erían eríamos",
    "ir": "imos í iste ió ieron ía ías íamos ían amos iera ieran iéramos iese iesen iendo ido ida"
    " idos idas id iré irá iremos irán iría irían iríamos",
}
#: Endings that need the stem of the third person in '-ir' verbs: 'pidió', 'durmiendo'.
_CLOSED_ENDS = "ió ieron iera ieran iéramos iese iesen iendo amos"
#: Irregular stems by the end of the infinitive: strong past, present of the first person, future.
_PAST = {
    "ducir": "duj", "decir": "dij", "traer": "traj", "poner": "pus", "tener": "tuv", "venir": "vin",
    "hacer": "hic", "querer": "quis", "poder": "pud", "saber": "sup", "estar": "estuv",
    "andar": "anduv", "haber": "hub", "caber": "cup",
}  # fmt: skip
_FIRST = {
    "poner": "pong", "tener": "teng", "venir": "veng", "salir": "salg", "hacer": "hag",
    "decir": "dig", "traer": "traig", "valer": "valg", "caer": "caig", "oír": "oig",
    "satisfacer": "satisfag", "caber": "quep", "seguir": "sig", "elegir": "elij", "regir": "rij",
    "corregir": "corrij", "distinguir": "disting",
}  # fmt: skip
_FUTURE = {
    "poner": "pondr", "tener": "tendr", "venir": "vendr", "salir": "saldr", "poder": "podr",
    "saber": "sabr", "hacer": "har", "decir": "dir", "querer": "querr", "valer": "valdr",
    "haber": "habr", "caber": "cabr", "satisfacer": "satisfar",
}  # fmt: skip
_PARTICIPLE = {
    "scribir": "scrit", "hacer": "hech", "decir": "dich", "poner": "puest", "ver": "vist",
    "volver": "vuelt", "abrir": "abiert", "cubrir": "cubiert", "romper": "rot", "morir": "muert",
    "solver": "suelt", "imprimir": "impres", "facer": "fech", "elegir": "elect",
    "proveer": "provist",
}  # fmt: skip
#: Forms of the verbs no rule covers.
_OWN = {
    "ser": "soy eres es somos son era eras éramos eran fui fuiste fue fuimos fueron sea sean fuera",
    "ir": "voy vas va vamos van iba íbamos iban fui fue fuimos fueron vaya vayan yendo ido",
    "estar": "estoy está estás están esté estén",
    "dar": "doy di dio dimos dieron dé den diera",
    "ver": "veo ve ven vi vio vieron vea vean viendo viera",
    "haber": "he ha has hay hemos han haya hayan",
    "saber": "sé sepa sepan",
    "hacer": "hizo",
    "oír": "oye oyen oyó oyeron oyendo",
    "reír": "río ríe ríen rió rieron riendo",
}


def forms(word: str) -> Iterator[str]:
    """Yield the forms of a listed word, the word itself left out; some more than once."""
    yield from _OWN.get(word, "").split()
    infinitive = word[-2:].translate(_PLAIN)
    if infinitive in _ENDS and len(word) > 3:
        yield from _of_verb(word, infinitive)
    yield from _of_noun(word)


def usual_forms(word: str) -> Iterator[str]:
    """Yield the forms a rare word is likely to be met in."""
    if word.endswith(("ar", "er", "ir")):
        ends = (
            "a an ó ando ado ada ados adas"
            if word[-2] == "a"
            else "e en ió iendo ido ida idos idas"
        )
        yield from (word[:-2] + end for end in ends.split())
    yield from _of_noun(word)


def _of_noun(word: str) -> Iterator[str]:
    if word.endswith(("o", "e", "a", "é", "á")):
        yield f"{word}s"
    if word.endswith("o"):
        yield from (f"{word[:-1]}a", f"{word[:-1]}as", f"{word[:-1]}amente")
    elif word.endswith("z"):
        yield f"{word[:-1]}ces"
    elif word.endswith(("ón", "án", "én", "ín", "ún", "és")):
        plain = word.translate(_PLAIN)
        yield from (f"{plain}es", f"{plain}a", f"{plain}as")
    elif word.endswith(("n", "l", "r", "d", "j", "s", "í", "ú", "y")):
        yield f"{word}es"
        yield from _accented(word)
    if word.endswith("or"):
        yield from (f"{word}a", f"{word}as")
    if word.endswith(("e", "l", "r")):
        yield f"{word}mente"


def _accented(word: str) -> Iterator[str]:
    """Yield the plural of a word whose stress needs a mark then: 'orden', 'órdenes'."""
    if not word.endswith("n") or word != word.translate(_PLAIN):
        return
    for at in range(len(word) - 3, -1, -1):
        if word[at] in "aeiou":
            yield f"{word[:at]}{'áéíóú'['aeiou'.index(word[at])]}{word[at + 1 :]}es"
            return


def _of_verb(word: str, infinitive: str) -> Iterator[str]:
    stem = word[:-2]
    for ends, stems in (
        (_STRESSED_ENDS[infinitive], [stem, *_stressed(stem)]),
        (_ENDS[infinitive], [stem]),
        (_CLOSED_ENDS if infinitive == "ir" else "", _closed(stem)),
    ):
        for end in ends.split():
            for each in stems:
                yield _spelt(each, end, infinitive)
    if stem[-1:] in "aeiouy" and infinitive != "ar":  # 'construyó', 'leyendo'
        for end in ["o", "e", "en", "a", "an", "ó", "eron", "era", "eran", "endo"]:
            yield f"{stem}y{end}"
    if infinitive != "ar" and stem.endswith("c"):  # 'conozco', 'reduzca'
        yield from (f"{stem[:-1]}zc{end}" for end in ("o", "a", "an", "amos"))
    yield from _irregular(word)
    if infinitive == "ar":
        yield from (f"{stem}{end}" for end in ("ación", "aciones", "ador", "adora", "adores"))


def _spelt(stem: str, end: str, infinitive: str) -> str:
    """Return stem and ending in one, the spelling changed where the sound would change."""
    soft = end[0] in "eéií"
    changes = (
        (("c", "qu"), ("gu", "gü"), ("g", "gu"), ("z", "c"))
        if infinitive == "ar" and soft
        else (("gu", "g"), ("qu", "c"), ("g", "j"), ("c", "z"))
        if infinitive != "ar" and not soft
        else ()
    )
    for was, now in changes:
        if stem.endswith(was):
            return f"{stem.removesuffix(was)}{now}{end}"
    return stem + end


def _stressed(stem: str) -> Iterator[str]:
    """Yield the stem as it may sound under stress: 'demuestr', 'pid', 'envi' with its mark."""
    for was, nows in (("e", ("ie", "i")), ("o", ("ue",)), ("u", ("ue", "ú")), ("i", ("í",))):
        at = stem.rfind(was)
        for now in nows if at >= 0 else ():
            yield f"{stem[:at]}{now}{stem[at + 1 :]}"


def _closed(stem: str) -> list[str]:
    pairs = (("e", "i"), ("o", "u"))
    return [
        f"{stem[:at]}{now}{stem[at + 1 :]}" for was, now in pairs if (at := stem.rfind(was)) >= 0
    ]


def _irregular(word: str) -> Iterator[str]:
    for table, ends in (
        (_PAST, "e iste o imos ieron eron iera ieran era eran"),
        (_FIRST, "o a an amos"),
        (_FUTURE, "é á emos án ía ían"),
        (_PARTICIPLE, "o a os as"),
    ):
        for infinitive, stem in table.items():
            if word.endswith(infinitive):
                base = word.removesuffix(infinitive) + stem
                yield from (base + end for end in ends.split())
    if word.endswith(("hacer", "facer")):
        yield f"{word[:-3]}izo"

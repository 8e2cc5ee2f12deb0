"""The content words of a sentence as names are looked for in them, and what stands between them."""

from __future__ import annotations

from core.language.en.paraphrase import STANDS_FOR
from core.language.en.vocabulary import SEVERITY
from core.language.lexicon import Lexicon
from core.language.spelling import SHORTEST
from core.language.tokens import Sentence

_HARD = frozenset(";:.?!()[]|•*=")
AND = frozenset(("and", "or", "/", "&", "nor"))
PREPOSITIONS = frozenset("of in over on at to around across within along".split())


class Line:
    """The content words of a sentence: their stems, what else each may stand for, walls and joins between them.

    `places` finds words by stem, by a stem that they may stand for as well, and by the one that a misspelt word must
    mean; `stems` are their own.
    """

    def __init__(
        self, sentence: Sentence, body: int, lexicon: Lexicon, taken: frozenset[int] | set[int] = frozenset()
    ) -> None:
        """`taken`: tokens that are spoken for; no name holds or passes them."""
        self.sentence = sentence
        self.content = [
            i
            for i, t in enumerate(sentence.tokens)
            if t.stem and t.start >= body and t.lower not in AND and i not in taken
        ]
        self.place_of = {token: place for place, token in enumerate(self.content)}
        self.stems = [sentence.tokens[i].stem for i in self.content]
        self.places: dict[str, list[int]] = {}
        for place, found in enumerate(self.stems):
            self.places.setdefault(found, []).append(place)
            for other in STANDS_FOR.get(found, ()):
                self.places.setdefault(other, []).append(place)
            word = sentence.lowers[self.content[place]]
            if len(word) >= SHORTEST and (meant := lexicon.near(word)) and self._is_word(place):
                self.places.setdefault(meant, []).append(place)
        # hard[i]: how many walls stand before content word i; joins and commas: what stands between i and i + 1
        self.hard = [0] * (len(self.content) + 1)
        self.joins: list[str] = [""] * len(self.content)
        self.preposition = [False] * len(self.content)
        lowers = sentence.lowers
        for place in range(len(self.content) - 1):
            left, right = self.content[place], self.content[place + 1]
            wall = 0
            for i in range(left + 1, right):
                lower = lowers[i]
                if lower in _HARD or i in taken:
                    wall = 1
                elif lower in AND:
                    self.joins[place] = "and"
                elif lower == "," and not self.joins[place]:
                    self.joins[place] = ","
                elif lower in PREPOSITIONS:
                    self.preposition[place] = True
                    if lower == "to" and lowers[left] in SEVERITY and lowers[right] in SEVERITY:
                        self.joins[place] = "and"  # "mild to moderate"
            self.hard[place + 1] = self.hard[place] + wall

    def _is_word(self, place: int) -> bool:
        """Is it written as a word, and not as a name or an abbreviation?"""
        written = self.sentence.raw(self.content[place])
        return written.islower() or (place == 0 and written.istitle())

"""The drawing's own words, by language."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from argmap.scheme_words import PHRASES


@dataclass(frozen=True, slots=True)
class Words:
    """What a drawing says besides the claims.

    Parameters
    ----------
    language
        The code of the language.
    because, but, unless
        The tabs of reason boxes, and how an outline joins an inference to its target.
    conjoin
        How an outline joins a co-premise to the one before it.
    supports, attacks, undercuts
        The legend's words for the three relations.
    together
        The legend's words for a reason box.
    thesis, implicit
        What marks an implicit premise.
    again
        What marks a claim that an outline has given before.
    more
        How many inferences a view leaves out, with ``{}`` for the number.
    not_shown, elsewhere
        The legend's words for that, and for a claim whose card stands elsewhere.
    supported, attacked
        What bears on a claim, for those who can't see the drawing.
    source, held_by
        Where a claim is made, and who holds it.
    argument_map
        What the whole is.
    reasons, objections
        The nouns that go with their numbers, in the forms of the language: ``for one|for a few|for many``.
    for_thesis, against_thesis, both_sides
        The legend's words for the sides, where colour tells them.
    overview, sources, slide
        The titles of slides that show the whole and list the sources, and what a slide is called before its number.
    continues
        The slide on which the argument goes on, with ``{}`` for its number.
    blank
        What a card says that is to be filled in, with ``{}`` for its number, for those who can't see the drawing.
    """

    language: str
    because: str
    but: str
    unless: str
    conjoin: str
    thesis: str
    supports: str
    attacks: str
    undercuts: str
    together: str
    implicit: str
    again: str
    more: str
    not_shown: str
    elsewhere: str
    supported: str
    attacked: str
    source: str
    held_by: str
    argument_map: str
    reasons: str
    objections: str
    for_thesis: str
    against_thesis: str
    both_sides: str
    overview: str
    sources: str
    slide: str
    continues: str
    blank: str

    def tab(self, key: str) -> str:
        """Return the word for ``because``, ``but`` or ``unless``."""
        return {"because": self.because, "but": self.but, "unless": self.unless}[key]

    def introduce(self, key: str, scheme: str) -> str:
        """Return how an inference is introduced: ``because``, or ``because, by analogy``."""
        phrase = PHRASES[self.language].get(scheme)
        return f"{self.tab(key)}, {phrase}" if phrase else self.tab(key)


WORDS = {
    "en": Words(
        "en", "because", "but", "unless", "and", "thesis", "supports", "attacks", "undercuts",
        "premises that work together", "implicit", "as above", "{} more", "not in this drawing", "stands elsewhere",
        "supported by", "attacked by", "source", "held by",
        "Argument map", "reason|reasons", "objection|objections",
        "for the thesis", "against the thesis", "both",
        "Overview", "Sources", "slide", "continues on slide {}", "{}: to be filled in",
    ),
    "de": Words(
        "de", "denn", "aber", "es sei denn", "und", "These", "stützt", "greift an", "untergräbt",
        "verbundene Prämissen", "implizit", "wie oben", "{} weitere", "nicht in diesem Bild", "steht anderswo",
        "gestützt von", "angegriffen von", "Quelle", "vertreten von",
        "Argumentkarte", "Grund|Gründe", "Einwand|Einwände",
        "für die These", "gegen die These", "beides",
        "Überblick", "Quellen", "Folie", "weiter auf Folie {}", "{}: auszufüllen",
    ),
    "fr": Words(
        "fr", "car", "mais", "sauf si", "et", "thèse", "soutient", "attaque", "neutralise",
        "prémisses liées", "implicite", "voir plus haut", "{} de plus", "hors de ce dessin", "figure ailleurs",
        "soutenu par", "attaqué par", "source", "défendu par",
        "Carte argumentative", "raison|raisons", "objection|objections",
        "pour la thèse", "contre la thèse", "les deux",
        "Vue d’ensemble", "Sources", "diapositive", "suite à la diapositive {}", "{} : à compléter",
    ),
    "es": Words(
        "es", "porque", "pero", "salvo si", "y", "tesis", "apoya", "ataca", "socava",
        "premisas enlazadas", "implícito", "véase arriba", "{} más", "fuera de este dibujo", "está en otro lugar",
        "apoyado por", "atacado por", "fuente", "sostenido por",
        "Mapa argumental", "razón|razones", "objeción|objeciones",
        "a favor de la tesis", "contra la tesis", "ambas cosas",
        "Panorama", "Fuentes", "diapositiva", "sigue en la diapositiva {}", "{}: por completar",
    ),
    "it": Words(
        "it", "perché", "ma", "salvo se", "e", "tesi", "sostiene", "attacca", "inficia",
        "premesse collegate", "implicito", "come sopra", "ancora {}", "non in questo disegno", "si trova altrove",
        "sostenuto da", "attaccato da", "fonte", "secondo",
        "Mappa argomentativa", "ragione|ragioni", "obiezione|obiezioni",
        "a favore della tesi", "contro la tesi", "entrambe le cose",
        "Panoramica", "Fonti", "diapositiva", "continua alla diapositiva {}", "{}: da completare",
    ),
    "nl": Words(
        "nl", "want", "maar", "tenzij", "en", "stelling", "ondersteunt", "valt aan", "ondergraaft",
        "samenwerkende premissen", "impliciet", "zoals hierboven", "nog {}", "niet in deze tekening", "staat elders",
        "ondersteund door", "aangevallen door", "bron", "volgens",
        "Argumentkaart", "reden|redenen", "bezwaar|bezwaren",
        "voor de stelling", "tegen de stelling", "beide",
        "Overzicht", "Bronnen", "dia", "verder op dia {}", "{}: in te vullen",
    ),
    "pl": Words(
        "pl", "ponieważ", "ale", "chyba że", "i", "teza", "wspiera", "atakuje", "podważa",
        "przesłanki połączone", "w domyśle", "jak wyżej", "jeszcze {}", "poza tym rysunkiem", "stoi gdzie indziej",
        "wspierane przez", "atakowane przez", "źródło", "według",
        "Mapa argumentacji", "racja|racje|racji", "zarzut|zarzuty|zarzutów",
        "za tezą", "przeciw tezie", "jedno i drugie",
        "Przegląd", "Źródła", "slajd", "dalej na slajdzie {}", "{}: do uzupełnienia",
    ),
    "ru": Words(
        "ru", "потому что", "но", "разве что", "и", "тезис", "поддерживает", "атакует", "подрывает",
        "связанные посылки", "подразумевается", "см. выше", "ещё {}", "нет на этом рисунке", "стоит в другом месте",
        "поддерживают", "оспаривают", "источник", "так считает",
        "Карта аргументации", "довод|довода|доводов", "возражение|возражения|возражений",
        "за тезис", "против тезиса", "и за, и против",
        "Обзор", "Источники", "слайд", "продолжение на слайде {}", "{}: вписать",
    ),
    "uk": Words(
        "uk", "тому що", "але", "хіба що", "і", "теза", "підтримує", "атакує", "підриває",
        "пов’язані засновки", "неявно", "див. вище", "ще {}", "немає на цьому малюнку", "стоїть в іншому місці",
        "підтримують", "заперечують", "джерело", "так вважає",
        "Карта аргументації", "довід|доводи|доводів", "заперечення|заперечення|заперечень",
        "за тезу", "проти тези", "і за, і проти",
        "Огляд", "Джерела", "слайд", "продовження на слайді {}", "{}: вписати",
    ),
}  # fmt: skip


def words_for(language: str, own: Mapping[str, str] | None = None) -> Words:
    """Return the words for a BCP 47 tag by its first part; English where a language is not known.

    ``own`` words stand in the place of those, by the names of the fields.
    """
    words = WORDS.get(language.partition("-")[0].lower(), WORDS["en"])
    return replace(words, **own) if own else words

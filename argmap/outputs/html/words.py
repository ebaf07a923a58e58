"""The words of a page's controls, by language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageWords:
    """What the controls of a page are called, and what its help says of each; ``{}`` stands for numbers."""

    language: str
    slides: str
    path: str
    notes: str
    controls: str
    previous: str
    next: str
    back: str
    zoom_in: str
    zoom_out: str
    whole: str
    look: str
    full: str
    help: str
    close: str
    slide_at: str
    step_at: str
    to_slide: str
    ends: str
    jump: str
    black: str
    window: str
    drag: str
    card: str


PAGE_WORDS = {
    "en": PageWords(
        "en",
        "Slides", "Where this hangs", "Notes", "Controls", "Previous step", "Next step", "Back to where you came from",
        "Larger", "Smaller", "Whole slide", "Dark or light", "Full screen", "Help", "Close", "slide {} of {}",
        "step {} of {}", "Next slide, previous slide", "First slide, last slide", "Slide of that number",
        "Black screen", "Notes in a window of their own", "Wheel, pinch and drag: zoom and move",
        "Ctrl and click on a card: open its source",
    ),
    "de": PageWords(
        "de",
        "Folien", "Wo dies hängt", "Notizen", "Steuerung", "Einen Schritt zurück", "Einen Schritt weiter",
        "Dorthin zurück, woher man kam", "Größer", "Kleiner", "Ganze Folie", "Dunkel oder hell", "Vollbild", "Hilfe",
        "Schließen", "Folie {} von {}", "Schritt {} von {}", "Nächste Folie, vorige Folie",
        "Erste Folie, letzte Folie", "Folie mit dieser Nummer", "Schwarzer Bildschirm",
        "Notizen in einem eigenen Fenster", "Mausrad, zwei Finger, Ziehen: vergrößern und verschieben",
        "Strg und Klick auf eine Karte: ihre Quelle öffnen",
    ),
    "fr": PageWords(
        "fr",
        "Diapositives", "Place dans l’argument", "Notes", "Commandes", "Une étape en arrière", "Une étape en avant",
        "Revenir d’où l’on vient", "Agrandir", "Réduire", "Diapositive entière", "Sombre ou clair", "Plein écran",
        "Aide", "Fermer", "diapositive {} sur {}", "étape {} sur {}", "Diapositive suivante, précédente",
        "Première, dernière diapositive", "Diapositive de ce numéro", "Écran noir", "Notes dans une fenêtre à part",
        "Molette, pincement, glissement : agrandir et déplacer", "Ctrl et clic sur une carte : ouvrir sa source",
    ),
    "es": PageWords(
        "es",
        "Diapositivas", "Lugar en el argumento", "Notas", "Controles", "Un paso atrás", "Un paso adelante",
        "Volver a donde se estaba", "Ampliar", "Reducir", "Diapositiva entera", "Oscuro o claro", "Pantalla completa",
        "Ayuda", "Cerrar", "diapositiva {} de {}", "paso {} de {}", "Diapositiva siguiente, anterior",
        "Primera, última diapositiva", "Diapositiva de ese número", "Pantalla negra", "Notas en una ventana propia",
        "Rueda, pellizco, arrastre: ampliar y mover", "Ctrl y clic en una tarjeta: abrir su fuente",
    ),
    "it": PageWords(
        "it",
        "Diapositive", "Posto nell’argomento", "Note", "Comandi", "Un passo indietro", "Un passo avanti",
        "Torna da dove si veniva", "Ingrandisci", "Riduci", "Diapositiva intera", "Scuro o chiaro", "Schermo intero",
        "Aiuto", "Chiudi", "diapositiva {} di {}", "passo {} di {}", "Diapositiva seguente, precedente",
        "Prima, ultima diapositiva", "Diapositiva con quel numero", "Schermo nero", "Note in una finestra propria",
        "Rotella, pizzico, trascinamento: ingrandire e spostare", "Ctrl e clic su una scheda: apri la fonte",
    ),
    "nl": PageWords(
        "nl",
        "Dia’s", "Plaats in het betoog", "Notities", "Bediening", "Een stap terug", "Een stap verder",
        "Terug naar waar men was", "Groter", "Kleiner", "Hele dia", "Donker of licht", "Volledig scherm", "Hulp",
        "Sluiten", "dia {} van {}", "stap {} van {}", "Volgende dia, vorige dia", "Eerste dia, laatste dia",
        "Dia met dat nummer", "Zwart scherm", "Notities in een eigen venster",
        "Wiel, knijpen, slepen: vergroten en verschuiven", "Ctrl en klik op een kaart: de bron openen",
    ),
    "pl": PageWords(
        "pl",
        "Slajdy", "Miejsce w argumentacji", "Notatki", "Sterowanie", "Krok wstecz", "Krok dalej",
        "Powrót tam, skąd się przyszło", "Powiększ", "Pomniejsz", "Cały slajd", "Ciemny lub jasny", "Pełny ekran",
        "Pomoc", "Zamknij", "slajd {} z {}", "krok {} z {}", "Następny slajd, poprzedni slajd",
        "Pierwszy slajd, ostatni slajd", "Slajd o tym numerze", "Czarny ekran", "Notatki w osobnym oknie",
        "Kółko, dwa palce, przeciąganie: powiększanie i przesuwanie", "Ctrl i kliknięcie karty: otwórz jej źródło",
    ),
    "ru": PageWords(
        "ru",
        "Слайды", "Место в рассуждении", "Заметки", "Управление", "Шаг назад", "Шаг вперёд",
        "Вернуться туда, где были", "Крупнее", "Мельче", "Весь слайд", "Тёмный или светлый", "Полный экран",
        "Справка", "Закрыть", "слайд {} из {}", "шаг {} из {}", "Следующий слайд, предыдущий слайд",
        "Первый слайд, последний слайд", "Слайд с этим номером", "Чёрный экран", "Заметки в отдельном окне",
        "Колесо, два пальца, перетаскивание: увеличить и сдвинуть", "Ctrl и щелчок по карточке: открыть её источник",
    ),
    "uk": PageWords(
        "uk",
        "Слайди", "Місце в міркуванні", "Нотатки", "Керування", "Крок назад", "Крок уперед",
        "Повернутися туди, де були", "Більше", "Менше", "Весь слайд", "Темний чи світлий", "На весь екран", "Довідка",
        "Закрити", "слайд {} з {}", "крок {} з {}", "Наступний слайд, попередній слайд",
        "Перший слайд, останній слайд", "Слайд із цим номером", "Чорний екран", "Нотатки в окремому вікні",
        "Колесо, два пальці, перетягування: збільшити й пересунути", "Ctrl і клацання на картці: відкрити її джерело",
    ),
}  # fmt: skip


def page_words(language: str) -> PageWords:
    """Return the words for a BCP 47 tag by its first part; English where a language is not known."""
    return PAGE_WORDS.get(language.partition("-")[0].lower(), PAGE_WORDS["en"])

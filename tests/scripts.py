"""Maps in several scripts, and the fonts that they need."""

from pathlib import Path

from argmap import draw, load
from argmap.drawing import Drawing
from tests.fonts import dejavu

RUSSIAN = """
title: Лекция
language: ru
thesis: Лекция перенесена в двенадцатую аудиторию, потому что старый зал слишком мал.
because:
  - [В объявлении от 3 мая так сказано., {text: Объявлению можно верить., implicit: true}]
  - Το μάθημα μεταφέρθηκε στην αίθουσα δώδεκα, γιατί η παλιά αίθουσα είναι μικρή.
but: Аудитория заперта.
"""
HEBREW = """
title: ההרצאה
language: he
thesis: ההרצאה עברה לחדר 12 (בניין AZ), כי האולם הישן קטן מדי לכל מי שרוצה לבוא.
because:
  - ["ההודעה של המזכירות מ־3 במאי אומרת כך במפורש, והיא תלויה על הדלת.", {text: ההודעה אמינה., implicit: true}]
  - AZ is the name of the room, אמרה שרה, והיא ראתה את הכיתה שם.
but: {text: החדר נעול., by: שרה}
"""
ARABIC = """
title: المحاضرة
language: ar
thesis: انتقلت المحاضرة إلى القاعة ١٢ لأن القاعة القديمة صغيرة جدًا على من يريدون الحضور.
because:
  - [الإعلان المؤرخ في 3 مايو يقول ذلك صراحةً., {text: الإعلان موثوق به., implicit: true}]
  - رأت سارة الصف هناك (في المبنى B) هذا الصباح.
but: الباب مقفل.
"""
SCRIPTS = {"russian": RUSSIAN, "hebrew": HEBREW, "arabic": ARABIC}


def drawn(text: str, folder: Path, **options: str | Path) -> Drawing:
    """Draw a map that is given as text."""
    path = folder / "map.yaml"
    path.write_text(text, encoding="utf-8")
    return draw(load(path), **options)  # type: ignore[arg-type]


def drawn_in(script: str, folder: Path) -> Drawing:
    """Draw the map of a script, in DejaVu Sans where the usual font does not have it."""
    fonts = {} if script == "russian" else {"font": dejavu(), "bold_font": dejavu("DejaVuSans-Bold")}
    return drawn(SCRIPTS[script], folder, **fonts)

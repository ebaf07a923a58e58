"""Text: shaping, widths, where sentences break."""

import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest
import uharfbuzz
from font_source_sans_pro import font_files_ttf
from hypothesis import given
from hypothesis import strategies as st

from argmap.bidi import is_rtl
from argmap.font_files import FontError
from argmap.text import Font, Line, Typeface, default_font, default_typeface, typeface_in
from argmap.wrapping import wrap, wraps
from tests.fonts import dejavu, variable_font

SENTENCE = "The lecture has moved to room 12, because the old hall is too small for all who want to come."
GERMAN = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
RUSSIAN = "Лекция перенесена в двенадцатую аудиторию, потому что старый зал слишком мал."
GREEK = "Το μάθημα μεταφέρθηκε στην αίθουσα δώδεκα, γιατί η παλιά αίθουσα είναι μικρή."
ARABIC = "انتقلت المحاضرة"
HEBREW = "ההרצאה של AZ עברה לחדר 12 כי האולם קטן מדי"
WIDTH = 12.0
RELUCTANCE = 1.25
"""How much wider than asked for a word may be before it is broken."""
HAIR = 0.02
"""What kerning across spaces may add to a line, in em."""

sentences = st.lists(st.text("abcdefgAVTy.,-Ωя", min_size=1, max_size=20), min_size=1, max_size=30).map(" ".join)
sentences_of_short_words = st.lists(st.text("abcdefgAV", min_size=1, max_size=6), min_size=1).map(" ".join)
widths = st.floats(3, 40)


@pytest.fixture
def font() -> Font:
    return default_font()


def advances(text: str) -> float:
    """Add up what HarfBuzz says of each glyph of a line."""
    blob = uharfbuzz.Blob.from_file_path(font_files_ttf["SourceSansPro"])
    face = uharfbuzz.Face(blob)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(uharfbuzz.Font(face), buffer)
    return float(sum(position.x_advance for position in buffer.glyph_positions) / face.upem)


def numbers(line: Line) -> list[int]:
    return [glyph.number for glyph in line.glyphs]


# widths


@pytest.mark.parametrize("text", [SENTENCE, RUSSIAN, GREEK, "AVATAR, Tolstoy", "affi fl", "e\u0301"])
def test_a_line_is_as_wide_as_its_glyphs_together(font: Font, text: str) -> None:
    assert font.line(text).width == pytest.approx(advances(text))


def test_kerning_counts(font: Font) -> None:
    assert font.line("To").width < font.line("T").width + font.line("o").width


def test_glyphs_stand_from_left_to_right_within_the_line(font: Font) -> None:
    line = font.line(SENTENCE)
    places = [glyph.x for glyph in line.glyphs]
    assert places == sorted(places)
    assert 0 <= places[0] < places[-1] < line.width


def test_a_semibold_line_is_wider(font: Font) -> None:
    assert default_font("Semibold").line(SENTENCE).width > font.line(SENTENCE).width


@pytest.mark.parametrize("text", [RUSSIAN, GREEK, "„Ärger“ – naïve œuvre, ½ Ł"])
def test_the_font_has_the_letters_of_european_languages(font: Font, text: str) -> None:
    assert 0 not in numbers(font.line(text))


def test_an_outline_stands_on_the_baseline(font: Font) -> None:
    (number,) = numbers(font.line("E"))
    heights = [value for _, values in font.outline(number) for value in values[1::2]]
    assert max(heights) == pytest.approx(0, abs=1e-6)
    assert -1 < min(heights) < -0.5


# wrapping


@given(sentences, widths)
def test_wrapping_keeps_every_character(text: str, width: float) -> None:
    lines = [line.text for line in wrap(text, default_font(), width).lines]
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(sentences, widths)
def test_no_line_is_wider_than_asked_for_unless_a_word_is(text: str, width: float) -> None:
    font = default_font()
    widest = max(font.line(word).width for word in text.split())
    limit = max(width, min(widest, RELUCTANCE * width))
    for line in wrap(text, font, width).lines:
        assert line.width <= limit + HAIR * len(line.text.split())


@given(sentences, widths)
def test_a_paragraph_is_as_wide_as_its_widest_line(text: str, width: float) -> None:
    paragraph = wrap(text, default_font(), width)
    assert paragraph.width == max(line.width for line in paragraph.lines)


@given(sentences_of_short_words, st.floats(8, 40))
def test_lines_are_as_few_as_can_be_and_then_as_narrow_as_can_be(text: str, width: float) -> None:
    paragraph = wrap(text, default_font(), width)
    wider = wrap(text, default_font(), width + 1)
    narrower = wrap(text, default_font(), max(6.0, paragraph.width - 2 * HAIR * len(text.split())))
    assert len(wider.lines) <= len(paragraph.lines) <= len(narrower.lines)


def test_the_last_line_is_no_orphan(font: Font) -> None:
    first, second = wrap(SENTENCE, font, font.line(SENTENCE).width * 0.9).lines
    assert second.width > 0.8 * first.width


def test_no_line_but_the_last_is_left_much_shorter_than_others_where_words_can_be_moved(font: Font) -> None:
    text = "To want friendly neighbours all around is a mainly defensive aim."
    five = next(way for way in wraps(text, font, 5, 40) if len(way.lines) == 5)
    assert [line.text for line in five.lines] == [
        "To want friendly",
        "neighbours",
        "all around",
        "is a mainly",
        "defensive aim.",
    ]


def test_what_fits_is_one_line(font: Font) -> None:
    (line,) = wrap(SENTENCE, font, 100).lines
    assert line.text == SENTENCE


def test_a_word_too_long_for_a_line_is_broken(font: Font) -> None:
    lines = wrap(f"Das {GERMAN} ist lang.", font, WIDTH).lines
    assert max(line.width for line in lines) <= RELUCTANCE * WIDTH
    assert GERMAN in "".join(line.text for line in lines)


def test_a_broken_word_leaves_no_single_letter_behind(font: Font) -> None:
    for length in range(20, 60):
        found = [line.width for line in wrap("n" * length, font, 5.0).lines]
        assert min(found) > 0.6 * max(found)


def test_an_accent_is_not_parted_from_its_letter(font: Font) -> None:
    lines = wrap("x\u0301" * 60, font, 5.0).lines
    assert all(line.text.startswith("x") and line.text.endswith("\u0301") for line in lines)


def test_a_word_a_little_too_long_is_kept_whole(font: Font) -> None:
    word = "Etikettierung"
    assert [line.text for line in wrap(f"Die {word} ist da.", font, font.line(word).width * 0.9).lines].count(word) == 1


def test_a_line_may_end_after_a_hyphen_between_letters(font: Font) -> None:
    lines = [line.text for line in wrap("A well-known claim", font, font.line("known claim").width + HAIR).lines]
    assert lines == ["A well-", "known claim"]


def test_all_useful_ways_of_wrapping_are_ever_narrower_and_higher(font: Font) -> None:
    ways = wraps(SENTENCE, font, 7, 27)
    counts = [len(way.lines) for way in ways]
    found = [way.width for way in ways]
    assert len(ways) > 3
    assert counts == sorted(set(counts))
    assert found == sorted(found, reverse=True)
    assert found[-1] >= 7
    assert all(" ".join(line.text for line in way.lines) == SENTENCE for way in ways)


# right to left


def test_a_sentence_runs_in_the_direction_of_its_first_letter() -> None:
    assert is_rtl(HEBREW)
    assert not is_rtl(SENTENCE)
    assert not is_rtl(f"AZ {HEBREW}")
    assert wrap(HEBREW, default_font(), WIDTH).rtl


def test_right_to_left_text_stands_in_visual_order(font: Font) -> None:
    found = numbers(font.line(HEBREW))
    latin, digits = numbers(font.line("AZ")), numbers(font.line("12"))
    places = [found.index(number) for number in (*digits, *latin)]
    assert places == sorted(places), "12 stands left of AZ, and both are read from left to right"


def test_lines_of_right_to_left_text_are_in_reading_order(font: Font) -> None:
    lines = [line.text for line in wrap(HEBREW, font, font.line(HEBREW).width * 0.6).lines]
    assert " ".join(lines) == HEBREW


def test_a_line_that_begins_in_latin_still_runs_as_its_sentence_does(font: Font) -> None:
    lines = wrap("ההרצאה AZ בב", font, font.line("ההרצאה").width + HAIR).lines
    begins = lines[-1]
    assert begins.text.startswith("AZ")
    assert begins.rtl
    latin = numbers(font.line("AZ"))
    assert numbers(begins)[-2:] == latin, "what is read first stands at the right"
    assert numbers(font.line(begins.text))[:2] == latin, "by itself the line would run from left to right"


def test_arabic_letters_are_joined() -> None:
    font = Font(dejavu())
    alone = [glyph for letter in ARABIC for glyph in numbers(font.line(letter))]
    assert 0 not in alone
    joined = numbers(font.line(ARABIC))
    assert len(set(joined) - set(alone)) >= 6
    assert font.line(ARABIC).width != pytest.approx(sum(font.line(letter).width for letter in ARABIC))


# typefaces


def test_the_usual_typeface_is_source_sans_with_a_bold_that_is_heavier() -> None:
    face = default_typeface()
    assert (face.regular.family, face.regular.weight) == ("Source Sans Pro", 400)
    assert (face.bold.family, face.bold.weight) == ("Source Sans Pro", 600)
    assert face == default_typeface(), "it is opened once"


def test_one_file_serves_for_all_and_two_for_what_they_are() -> None:
    path, bold = dejavu(), dejavu("DejaVuSans-Bold")
    alone, both = typeface_in(path), typeface_in(path, bold)
    assert alone.bold is alone.regular
    assert (both.regular.weight, both.bold.weight) == (400, 700)
    assert both.of("").path == path
    assert both.of("Semibold").path == bold


def test_a_variable_font_is_set_to_its_regular_and_bold_weights(tmp_path: Path) -> None:
    face = typeface_in(variable_font(tmp_path / "bars.ttf"))
    assert isinstance(face, Typeface)
    assert (face.regular.setting, face.bold.setting) == (400, 600)
    assert (face.regular.weight, face.bold.weight) == (400, 600)
    assert face.regular.line("a").width == pytest.approx(0.3 + 0.2 / 3, abs=0.001)
    assert face.bold.line("a").width == pytest.approx(0.3 + 0.4 / 3, abs=0.001)
    assert face.regular.outline(1) != face.bold.outline(1)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"wOF2 and more", "packed for the web"),
        (b"wOFF and more", "packed for the web"),
        (b"thesis: no font", "is not a font"),
        (b"", "is not a font"),
        (b"\x00\x01\x00\x00", "is damaged or has no letters"),
        (b"OTTO" + bytes(3000), "is damaged or has no letters"),
    ],
)
def test_what_is_no_font_is_refused_in_one_sentence(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "font.ttf"
    path.write_bytes(content)
    with pytest.raises(FontError) as refused:
        Font(path)
    message = str(refused.value)
    assert message.startswith(str(path))
    assert said in message
    assert "\n" not in message
    assert not message.endswith(".")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no such device here")
def test_a_device_that_never_ends_is_not_read() -> None:
    with pytest.raises(FontError, match="is not a file"):
        Font(Path("/dev/zero"))


@pytest.mark.parametrize("cut", [100, 1000, 20_000, 200_000])
def test_a_font_that_is_cut_off_draws_or_is_refused(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "font.ttf"
    path.write_bytes(Path(font_files_ttf["SourceSansPro"]).read_bytes()[:cut])
    try:
        font = Font(path)
    except FontError:
        return
    for number, _, _ in font.line(SENTENCE).glyphs:
        font.outline(number)


def test_a_font_with_pictures_instead_of_outlines_is_refused(tmp_path: Path) -> None:
    from fontTools.ttLib import TTFont

    path = tmp_path / "font.ttf"
    font = TTFont(font_files_ttf["SourceSansPro"])
    for table in ("glyf", "loca"):
        del font[table]
    font.save(path)
    with pytest.raises(FontError, match="pictures instead of outlines"):
        Font(path)


def test_what_a_font_lacks_is_told_once_and_in_order(font: Font) -> None:
    assert list(font.lacking("出 is an exit, 口 a mouth, 出口 an exit")) == ["出", "口"]
    assert list(font.lacking(SENTENCE + RUSSIAN + GREEK)) == []


def test_shaping_does_not_depend_on_the_language_of_the_machine() -> None:
    code = "from argmap.text import default_font; print(default_font().line('бгдпт fi ş').numbers)"
    shaped = {
        subprocess.run([sys.executable, "-c", code], env={**os.environ, **env}, capture_output=True, check=True).stdout
        for env in ({"LC_ALL": "C.UTF-8"}, {"LC_ALL": "sr_RS.UTF-8"}, {"LANGUAGE": "sr", "LANG": "sr_RS"})
    }
    assert len(shaped) == 1


def test_shaping_follows_the_language_of_the_map() -> None:
    assert numbers(default_font("", "sr").line("б")) != numbers(default_font("", "ru").line("б"))


# bounded


@pytest.mark.parametrize(
    "text",
    ["The harbour was quiet. " * 9_000, "a" * 200_000, "a-" * 100_000, "שלום עולם " * 20_000],
    ids=["sentence", "word", "hyphens", "right to left"],
)
def test_200_000_characters_are_wrapped_in_a_moment(font: Font, text: str) -> None:
    begin = perf_counter()
    paragraph = wrap(text, font, WIDTH)
    assert perf_counter() - begin < 5
    assert max(line.width for line in paragraph.lines) <= RELUCTANCE * WIDTH


def test_a_font_forgets_the_lines_of_large_maps_and_shapes_them_alike_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.text._MOST_LINES", 10)
    font = Font(Path(font_files_ttf["SourceSansPro"]))
    first = font.line(SENTENCE)
    others = [font.line(f"{number} bridges") for number in range(30)]
    assert font.line("29 bridges") is others[-1]
    assert font.line(SENTENCE) == first
    assert font.line(SENTENCE) is not first


def test_heights_are_kept_only_where_glyphs_leave_the_baseline(font: Font) -> None:
    assert font.line(SENTENCE).ys == ()
    assert {glyph.y for glyph in font.line(SENTENCE).glyphs} == {0.0}
    raised = font.line("b\u0302")
    assert len(raised.ys) == len(raised.numbers) == len(list(raised.glyphs))
    assert any(glyph.y for glyph in raised.glyphs)

"""The checks on wording: each claim below is what an author of a map may well write."""

import json
from collections.abc import Callable
from time import perf_counter

import pytest

from argmap.checks import Selection, problems_of
from argmap.checks.catalogue import CHECKS, severity_of
from argmap.checks.wording import count, own, terms
from argmap.problems import Problem, Severity
from argmap.reader import read

WARNINGS = (
    "question", "several-sentences", "reasoning-inside", "leans-on-context", "too-long", "not-a-sentence", "long-label",
)  # fmt: skip
ADVICE = ("wordy", "two-thoughts", "no-shared-term")
WORDING = Selection(only=frozenset({*WARNINGS, *ADVICE}))


def findings(text: str) -> tuple[Problem, ...]:
    """Return what the checks on wording find in a map."""
    return problems_of(read(text, "map.yaml"), WORDING)


def found(claim: str, language: str = "en") -> list[str]:
    """Return the codes of what the checks on wording find in a map of one claim."""
    text = f"language: {language}\nthesis: {{text: {json.dumps(claim, ensure_ascii=False)}}}\n"
    return [problem.code for problem in findings(text)]


def claims(text: str) -> Callable[..., pytest.MarkDecorator]:
    """Run a test for each line of a text."""
    lines = [line.strip() for line in text.strip().splitlines()]
    return pytest.mark.parametrize("claim", lines)


def test_what_is_nearly_always_a_slip_is_a_warning_and_the_rest_advice() -> None:
    assert {severity_of(code) for code in WARNINGS} == {Severity.WARNING}
    assert {severity_of(code) for code in ADVICE} == {Severity.ADVICE}


# whose words they are


def test_quoted_passages_are_not_the_words_of_a_claim() -> None:
    for text in (
        '"So what?", asked the clerk.',
        "“So what?”, asked the clerk.",
        "‘So what?’, asked the clerk.",
        "'It isn't so', said the clerk.",
        "„So what?“, asked the clerk.",
        "«So what?», asked the clerk.",
    ):
        before, _, after = text.partition(",")
        assert own(text) == f"{'_' * len(before)},{after}"


@claims(
    """
    The students' essays and the teachers' notes differ.
    Russia's aims aren't Ukraine's.
    A man of 6' 2" is tall.
    The price rose in the '90s.
    """
)
def test_an_apostrophe_quotes_nothing(claim: str) -> None:
    assert own(claim) == claim


@claims(
    """
    Nietzsche says “God is dead. God remains dead. And we have killed him.”
    The notice asks "Who needs a larger room?"
    The poster reads ‘This is it. We stay, because we must.’
    'It is false because it is old' is a bad argument.
    The clerk said: "No. It is shut, so you cannot enter."
    “Because it is there” was the whole reply.
    """
)
def test_what_a_claim_quotes_is_not_found_fault_with(claim: str) -> None:
    assert found(claim) == []


def test_words_hold_letters_or_digits() -> None:
    assert count("Putin – a man of 69 – rules .") == 6


# question


@claims(
    """
    Should the lecture move?
    Is it so?!
    Who gains from the war?...
    Zoos are cruel, aren't they?
    If all men are mortal, is Socrates?
    """
)
def test_a_claim_that_asks_is_a_question(claim: str) -> None:
    assert found(claim) == ["question"]


@claims(
    """
    The question is whether the lecture has moved.
    Why the lecture moved is unknown.
    The lecture has moved (or has it?).
    The notice asks “Where to?”
    Ask not what the country can do for you.
    """
)
def test_a_claim_about_a_question_asks_nothing(claim: str) -> None:
    assert found(claim) == []


@pytest.mark.parametrize(
    ("language", "claim"),
    [
        ("de", "Hat Sokrates recht?"),
        ("fr", "Socrate a-t-il raison ?"),
        ("es", "¿Tiene razón Sócrates?"),
        ("el", "Έχει δίκιο ο Σωκράτης;"),
        ("ar", "هل سقراط على حق؟"),
        ("zh", "苏格拉底是对的吗？"),
        ("hy", "Սոկրատեսը մա՞րդ է։"),
        ("am", "ሶቅራጥስ ትክክል ነው፧"),
    ],
)
def test_every_script_has_a_mark_for_a_question(language: str, claim: str) -> None:
    assert found(claim, language) == ["question"]


def test_a_semicolon_asks_in_greek_only() -> None:
    assert found("Der Satz ist wahr;", "de") == []


def test_the_mark_of_a_question_is_the_place_of_it() -> None:
    (problem,) = findings("thesis: The room is full.\nbecause:\n  - text: Is the room full?\n")
    assert (problem.line, problem.column) == (3, 27)


# several-sentences


@claims(
    """
    Socrates is a man. All men are mortal.
    Socrates is a man.  Plato is another.
    The lecture has moved! Room 12 is open.
    The vote was lost in 1968. Students took to the streets.
    The case is Smith v. Jones. The court was divided.
    The best source is vitamin C. It heals wounds.
    The firm is Example Inc. The market likes the firm.
    The meeting is at 3 p.m. The room is locked.
    Censorship is wrong in principle. In a free society, everyone must be free to speak.
    The room was full (the clerk had said so). Nobody could enter.
    I was there. I saw the class.
    """
)
def test_a_claim_may_be_only_one_sentence(claim: str) -> None:
    assert "several-sentences" in found(claim)


@claims(
    """
    The argument of J. S. Mill rests on harm.
    W. V. O. Quine denied the distinction.
    President Franklin D. Roosevelt won four elections.
    Lt. Col. Vindman and Gen. Milley testified.
    Mr. Putin met Mrs. Merkel and Prof. Dr. Müller.
    St. Thomas held that God exists.
    The U.S. Supreme Court decided the case of Roe v. Wade.
    The judgement in Smith v. The Queen was wrong.
    Some drugs, e.g. LSD, and many others, i.e. Most of them, are illegal.
    At 5 a.m. Russia attacked.
    The law of 5 Jan. Putin signed is void.
    The Rev. Martin Luther King Jr. Memorial is in Washington, D.C. itself.
    The ratio is 1.5 to 2.
    Version 2.0 Beta is slow.
    The No. 1 cause of death is heart disease.
    The proof is in vol. II of the series, cf. Fig. A and p. 12.
    The site example.com Inc. runs is down.
    The count was close... The clerk was tired.
    The count was close … The clerk was tired.
    1. All men are mortal.
    a. The first premise holds.
    II. The second part is wrong.
    The philosophers Plato, Aristotle, etc. Aquinas read were Greek.
    The study by Jones et al. Shows nothing to the contrary.
    Plato was born ca. 428 B.C. Aristotle was a pupil of Plato.
    The search engine Yahoo! Japan is large.
    The lecture has moved. (See the notice.)
    Nature is, as M. Bergson says, creative.
    """
)
def test_a_full_stop_does_not_always_end_a_sentence(claim: str) -> None:
    assert found(claim) == []


def test_the_second_sentence_is_the_place_of_several() -> None:
    (problem,) = findings("thesis: The court of the U.S. agreed. It was wrong in that.\n")
    assert (problem.line, problem.column) == (1, 39)
    assert problem.message.endswith('the second begins with "It"')


# reasoning-inside


@claims(
    """
    The street is wet because it rained.
    Because it is cheap, coal is burnt.
    There is no need for a rule because there are no bubbles.
    The plan must fail, because nobody wants it.
    I think, therefore I am.
    Socrates is a man and therefore mortal.
    Socrates is mortal, since he is a man.
    Use should fall since it is a danger to all.
    Since it is a right, speech must be free.
    Since they cannot vote, prisoners have no voice.
    Speech is a right, since it's needed by all.
    The war is over, hence the peace.
    Values differ, and thus morality is relative.
    All men are mortal; consequently Socrates is mortal.
    From the premises it follows that God exists.
    There are fossils of fish in the hills, which proves that the sea was there.
    The rule was broken, which means that the game is void.
    The street is wet, so it has rained.
    The street is wet – so there was rain.
    """
)
def test_an_argument_inside_a_claim_is_found(claim: str) -> None:
    assert [code for code in found(claim) if code != "two-thoughts"] == ["reasoning-inside"]


@claims(
    """
    The fire spread because of the wind.
    People obey only because they fear punishment.
    Just because it is legal does not make it right.
    The delay is because the bridge is closed.
    Rome fell because its army was weak.
    The witness lied because he was paid.
    Whoever obeys because he is afraid is not free.
    People who vote because they are paid are not free.
    An act that is called good because it pleases need not be good.
    If a law binds because it is just, an unjust law does not bind.
    Whether the act was wrong because it broke the law is unclear.
    What is natural is not therefore good.
    Two years hence the war will be over.
    A right thus understood is no right at all.
    Thus far, nobody has won the prize.
    The tax lowers incomes, thus lowering demand.
    The timetable has changed since it was printed.
    Incomes have risen since he came to power.
    Ever since it was founded, the party has lost.
    Ten years since they can vote, few women do.
    Since 1990 prices have doubled.
    Since the war, incomes are higher.
    The fossils, which prove that life is old, are real.
    A law which means that nobody may speak is bad.
    If all men are mortal, it follows that Socrates is mortal.
    The street is closed, so that nobody can walk there.
    The door was locked, or so he says.
    A man is happy so long as he works.
    As the parts are, so the whole is.
    The cause of the war is a matter of dispute.
    """
)
def test_a_claim_about_a_cause_or_a_time_is_no_argument(claim: str) -> None:
    assert found(claim) == []


def test_a_word_of_reasoning_at_the_beginning_leans_on_what_came_before() -> None:
    assert found("Therefore Socrates is mortal.") == ["leans-on-context"]


def test_the_word_that_marks_the_reasoning_is_its_place() -> None:
    (problem,) = findings("thesis: t\nclaims:\n  t: 'The street isn''t dry, because it rained.'\n")
    assert (problem.line, problem.column) == (3, 30)
    assert problem.message == '"because" marks an argument inside one claim'


# leans-on-context


@claims(
    """
    This is wrong.
    This argument is circular.
    These truths are self-evident.
    That is wrong.
    That's wrong.
    That does not follow.
    Those are the facts.
    He has no army.
    She never lied.
    They say that money rules.
    It is false.
    It's false.
    It was built in 1968.
    It shows that the witness lied.
    It allows the state to spy on its citizens.
    It violates the constitution.
    His complaints are not to be believed.
    Their aim is peace.
    Its cost is too high.
    Such behaviour is wrong.
    The latter is worse.
    The same goes for tobacco.
    Both are wrong.
    Neither is true.
    Doing so is wrong.
    In this case the rule fails.
    For that reason the rule fails.
    And yet the earth moves.
    But the room is locked.
    So the lecture has moved.
    So, the lecture has moved.
    However, the room is locked.
    However the notice is old.
    Also, the room is small.
    Yet Putin stays in power.
    Nor is the room large.
    Then the law would be void.
    Thus we know nothing.
    Hence there is no God.
    Moreover, the room is small.
    Otherwise the law is void.
    For example, cats feel pain.
    On the other hand, cats feel pain.
    It follows that God exists.
    Yes, the room is locked.
    """
)
def test_a_claim_that_takes_up_another_sentence_leans_on_it(claim: str) -> None:
    assert found(claim) == ["leans-on-context"]


@claims(
    """
    It is true that snow is white.
    It is not always wrong to lie.
    It is wrong for the state to kill.
    It is a fact that Rome fell.
    It is unclear what the law says.
    It is no use crying over spilt milk.
    It does not matter whether the witness knew.
    It seems that the war is over.
    It turns out that the witness lied.
    It looks as if the witness lied.
    It takes two to tango.
    It pays to be honest.
    It remains to be seen.
    It would be better if nobody lied.
    It can be shown that there is no largest prime.
    It was Aristotle who founded logic.
    It was not until 1971 that women could vote there.
    It rains.
    It has been raining for days.
    It is late.
    It is 1984.
    It goes without saying.
    """
)
def test_an_it_that_stands_for_nothing_leans_on_nothing(claim: str) -> None:
    assert found(claim) == []


@claims(
    """
    This house would ban zoos.
    This House believes that God is dead.
    This world is the best of all possible worlds.
    This very sentence is false.
    These days few people read.
    In this world nothing is certain.
    That God exists is certain.
    That might makes right is false.
    That man is a social animal is a commonplace.
    Those who cannot remember the past are condemned to repeat it.
    Those in power lie.
    He who saves one life saves the world.
    They who sow the wind reap the whirlwind.
    Her own words refute Thatcher.
    His Holiness the Pope is infallible.
    Such is life.
    The former president lied.
    The same person cannot be in two places.
    Both sides would profit.
    Neither side is right.
    Either Putin or the West is lying.
    Doing good is its own reward.
    But for the wind, the fire would have died.
    So long as there is life, there is hope.
    So many people cannot be wrong.
    So-called experts disagree.
    However hard the state tries, crime will persist.
    However the tax is designed, it will be unjust.
    Also known as Mark Twain, Clemens was a pilot.
    Yet another war would ruin Russia.
    Then-president Bush lied.
    Thus understood, freedom is a burden.
    Instead of a war, Russia wants peace.
    Besides Putin, nobody decides.
    Still waters run deep.
    No man, however rich, is free.
    After all these years the house stands.
    There is no such thing as society.
    Others report the same.
    One cannot derive an ought from an is.
    IT is everywhere.
    """
)
def test_a_claim_that_names_what_it_is_about_leans_on_nothing(claim: str) -> None:
    assert found(claim) == []


def test_what_a_comma_cut_off_is_not_told_twice() -> None:
    assert found("he shares the fate of all men.") == []


def test_the_word_in_the_quotes_is_where_a_claim_leans() -> None:
    (problem,) = findings('thesis: The room is full.\nbecause: ["This is known."]\n')
    assert (problem.line, problem.column) == (2, 12)


# too-long and wordy


def of_words(number: int) -> str:
    return " ".join(["word"] * number) + "."


def test_a_claim_may_have_twenty_words_with_advice_thirty_and_no_more() -> None:
    assert [found(of_words(number)) for number in (20, 21, 30, 31)] == [[], ["wordy"], ["wordy"], ["too-long"]]


def test_the_length_of_a_claim_is_told_in_any_language_that_parts_words() -> None:
    assert found(of_words(31), "de") == ["too-long"]
    assert found(of_words(31), "ko-KR") == ["too-long"]


def test_spaces_count_no_words_where_they_part_syllables() -> None:
    assert found(of_words(40), "vi") == []


def test_words_in_quotes_and_dashes_are_not_counted() -> None:
    assert found(f'The notice says – in full – "{of_words(40)}"') == []


def test_a_sentence_without_spaces_is_not_long() -> None:
    assert found("苏格拉底是人，" * 20 + "所以他会死。", "zh") == []


# not-a-sentence


@claims(
    """
    Rain
    Evil.
    The notice.
    The facts.
    Free trade.
    Free will.
    Climate change
    Human rights
    Putin's war.
    Moral law
    """
)
def test_a_heading_is_no_sentence(claim: str) -> None:
    assert found(claim) == ["not-a-sentence"]


@claims(
    """
    God exists.
    God exists
    Socrates died.
    A is.
    War kills.
    Dogs bark.
    Putin lied.
    Rome fell.
    Taxes rise.
    People suffer.
    Nobody knows.
    Russia withdrew!
    It rains.
    Cogito ergo sum
    2 + 2 = 4.
    A = A.
    Zoos aren't.
    """
)
def test_two_words_can_be_a_sentence(claim: str) -> None:
    assert found(claim) == []


def test_other_languages_have_sentences_of_one_word() -> None:
    assert found("Piove.", "it") == []
    assert found("苏格拉底是人。") == []


def test_what_is_left_of_a_sentence_with_an_error_in_it_is_no_second_fault() -> None:
    found = [problem.code for problem in findings("thesis: {text: Yes, the class did.}\n")]
    assert found == ["unknown-key"]


def test_a_misspelt_id_is_told_as_such() -> None:
    text = "thesis: t\nclaims:\n  t: {text: The lecture has moved., because: [notice board, notice-board]}\n"
    problems = problems_of(read(f"{text}  notice-board: The notice board says so.\n", "map.yaml"))
    assert [problem.code for problem in problems] == ["near-id"]


# long-label


def test_a_label_has_six_words_at_most() -> None:
    text = "language: fi\nthesis:\n  text: The lecture has moved to room 12.\n  label: {}\n"
    assert [problem.code for problem in findings(text.format("one two – three four five six"))] == []
    (problem,) = findings(text.format("one two three four five six seven"))
    assert (problem.code, problem.line, problem.column) == ("long-label", 4, 10)


# two-thoughts


@claims(
    """
    All men are mortal and Socrates is a man.
    The room is locked, and the key is lost.
    Pain is bad, and it is bad for everyone.
    The room is locked and it will stay so.
    Moscow marched into Hungary, and the West did nothing.
    Putin is strong and will stay in power.
    Society is doomed and must be saved.
    The plan is cheap, but nobody wants it.
    Voting is a duty but it cannot be enforced.
    The road was long but the view was worth the effort.
    The notice does not say so, but he knows the room.
    The war is lost; the peace is not.
    """
)
def test_two_clauses_are_two_thoughts(claim: str) -> None:
    assert found(claim) == ["two-thoughts"]


@claims(
    """
    Bread and butter is cheap.
    Socrates and Plato were Greeks.
    Russia and China could strike Ukraine and Taiwan together.
    Men and women are equal before the law.
    Cats, dogs, and birds feel pain.
    The minister is corrupt and incompetent.
    The law is the same for the rich and for the poor.
    What is and is not art is open to dispute.
    Putin can and will attack.
    The party does not want to and cannot change the law.
    Between Putin and what is worse there is little.
    Both the room is full and the hall is full are true.
    If it is cold, and the heating is off, people freeze.
    Trade between Russia and Ukraine has ended.
    A trial that is fair and is held in public is due to everyone.
    Nothing but a war will do.
    Everyone but Socrates fled.
    The state has no choice but to act.
    The man is poor but honest.
    The aim is not war, but peace.
    Not only cats but also fish feel pain.
    Nothing is certain but death.
    """
)
def test_a_pair_of_nouns_or_a_correction_is_one_thought(claim: str) -> None:
    assert found(claim) == []


# no-shared-term


def sharing(target: str, *premises: str, key: str = "because") -> list[str]:
    text = f"thesis: {json.dumps(target)}\n{key}: {json.dumps([list(premises)])}\n"
    return [problem.code for problem in findings(text)]


def test_co_premises_that_share_no_word_with_their_target_lack_one() -> None:
    assert sharing("The death penalty should go.", "No judge is infallible.", "Errors happen.") == ["no-shared-term"]
    assert sharing("Zoos teach children.", "Cages are small.", "Beasts suffer there.", key="but") == ["no-shared-term"]


def test_a_word_in_one_co_premise_is_enough() -> None:
    assert sharing("Socrates is mortal.", "Plato wrote so.", "All men are mortal.") == []


@pytest.mark.parametrize(
    ("target", "premise"),
    [
        ("Socrates will die.", "Nobody escapes death."),
        ("The war is defensive.", "Russia defends its borders."),
        ("Russia is a threat.", "Russian troops stand there."),
        ("The witness is reliable.", "We may rely on this woman."),
        ("The act was immoral.", "Morality forbids theft."),
        ("The tax is unjust.", "Justice requires equal burdens."),
        ("Putin decided to invade.", "An invasion took place."),
        ("Voters are free.", "Freedom needs secrecy."),
        ("Life is short.", "Whoever lives ages."),
    ],
)
def test_kin_of_a_word_are_the_same_word(target: str, premise: str) -> None:
    assert sharing(target, premise, "Cheese smells.") == []


def test_a_single_premise_need_share_nothing() -> None:
    assert sharing("The lecture has moved.", "Nobody sat there.") == []


def test_sentences_without_words_of_their_own_share_nothing_that_could_be_missed() -> None:
    assert sharing("A is.", "B is not.", "C is.") == []


def test_what_undercuts_may_speak_in_words_of_its_own() -> None:
    text = "thesis: Tea is dear.\nbecause: {text: Tea sells well., unless: [[Kings sleep., Cows graze.]]}\n"
    assert findings(text) == ()


def test_words_that_every_sentence_has_are_not_shared() -> None:
    assert terms("There is no other that would have been so.") == frozenset()


# together


ALL_AT_ONCE = "And why is it so? Because it rains, therefore it is wet."


@pytest.mark.parametrize("language", ["de", "fr-CA", "zh"])
def test_rules_that_know_english_are_silent_in_another_language(language: str) -> None:
    assert found(ALL_AT_ONCE) == ["leans-on-context", "reasoning-inside", "several-sentences"]
    assert found(ALL_AT_ONCE, language) == []
    assert {check.code for check in CHECKS if check.code in WORDING.only and not check.english} == {
        "question", "too-long", "long-label", "wordy",
    }  # fmt: skip


def test_a_claim_may_silence_what_is_said_about_it() -> None:
    text = "thesis: {text: Is it so because it rains?, ignore: [question, reasoning-inside]}\n"
    assert findings(text) == ()


@pytest.mark.parametrize(
    ("written", "line", "column"),
    [
        ("The street is wet because it rained.", 1, 27),
        ('"The street is wet because it rained."', 1, 28),
        ('"The \\"street\\" is wet because it rained."', 1, 32),
        ("'The street isn''t dry because it rained.'", 1, 32),
        ("The street is wet because\n  it rained.", 1, 27),
        ("The street is\n  wet because it rained.", 1, 9),
        (">-\n  The street is wet because it rained.", 1, 9),
        ('"The street\\x20is wet because it rained."', 1, 9),
        ("The   street is wet because it rained.", 1, 9),
    ],
)
def test_a_word_is_found_where_that_is_sure_and_else_its_sentence(written: str, line: int, column: int) -> None:
    (problem,) = findings(f"thesis: {written}\n")
    assert (problem.code, problem.line, problem.column) == ("reasoning-inside", line, column)


def test_a_claim_that_an_alias_repeats_is_found_fault_with_once() -> None:
    text = "thesis: {text: &x This is so., because: {text: The room is full., because: *x}}\n"
    assert [problem.code for problem in findings(text)] == ["leans-on-context"]


@pytest.mark.parametrize(
    "part", ["a", "and ", "who because ", "'a ", "“a ", "a'", ". ", "a. A ", "Such ", "so it ", "es"]
)
def test_a_claim_of_any_length_is_read_in_little_time(part: str) -> None:
    claim = json.dumps(part * (200_000 // len(part)))
    reading = read(f"thesis: The room is full.\nbecause: [[{{text: {claim}}}, The room is small.]]\n", "map.yaml")
    start = perf_counter()
    problems_of(reading, WORDING)
    assert perf_counter() - start < 2  # some hundredths of a second; what is not linear takes minutes

"""The layered way of placing: where things stand, and how their lines run."""

from itertools import pairwise

from argmap.geometry import Curve, Point, Rect, samples
from argmap.layout.blocks import TAB_ROOM, Direction
from argmap.layout.cards import SMALL_SIZE, Wording, make_cards
from argmap.layout.detours import Rows
from argmap.layout.layered import place, wraps_for
from argmap.layout.placement import Route
from argmap.lines import HEAD_WIDTH
from argmap.model import View
from argmap.views import part_of
from tests.geometry_checks import Scene
from tests.measures import distance_to, on_border
from tests.random_maps import TREES, Reason, Sample, because, but, by, random_sample, sample
from tests.special_maps import chain

UP, LEFT = Direction.UP, Direction.LEFT


def placed(of: Sample, direction: Direction = UP) -> Scene:
    return Scene(of.map, place(of.map, make_cards(of.part, Wording.FULL, 140.0), direction), direction)


def scene(direction: Direction = UP, **reasons: list[Reason]) -> Scene:
    """Place an argument; its thesis is the claim that is named first."""
    return placed(sample("an argument", reasons), direction)


def curve(*points: tuple[float, float]) -> Curve:
    return tuple(Point(*point) for point in points)


def stub_line(found: Scene, claim: str) -> Route:
    (route,) = (route for route in found.placement.routes if route.stub == claim)
    return route


def test_what_supports_a_claim_and_what_attacks_it_never_arrive_at_one_point() -> None:
    for direction in (UP, LEFT):
        found = scene(direction, a=[because("b"), because("c"), because("d"), but("e"), but("f"), but("g")])
        heads = {route.inference: route.curve[-1] for route in found.placement.routes}
        for_it = [head for name, head in heads.items() if "because" in name]
        against_it = [head for name, head in heads.items() if "but" in name]
        assert min(one.distance(other) for one in for_it for other in against_it) > HEAD_WIDTH


# ranks


def test_the_thesis_stands_on_top() -> None:
    found = placed(random_sample(40, 3))
    thesis = found.home["c1"].rect
    assert all(thesis.bottom < card.rect.y for claim, card in found.home.items() if claim != "c1")


def test_where_arrows_point_left_the_thesis_stands_on_the_left() -> None:
    found = placed(random_sample(40, 3), LEFT)
    thesis = found.home["c1"].rect
    assert all(thesis.right < card.rect.x for claim, card in found.home.items() if claim != "c1")


def test_in_a_tree_every_arrow_points_up() -> None:
    for route in placed(random_sample(40, 3, TREES)).lines.values():
        assert route.curve[0].y >= route.curve[-1].y


def test_in_a_tree_every_arrow_may_point_left() -> None:
    for route in placed(random_sample(40, 3, TREES), LEFT).lines.values():
        assert route.curve[0].x >= route.curve[-1].x


def test_what_bears_on_one_claim_begins_at_one_height() -> None:
    found = scene(a=[because("b"), because("c", "d"), but("e")])
    tops = {found.home["b"].rect.y, found.boxes["a.because.2"].rect.y, found.home["e"].rect.y}
    assert len(tops) == 1


def test_a_chain_is_straight() -> None:
    found = placed(chain(12))
    assert len({round(card.rect.center.x, 6) for card in found.home.values()}) == 1
    assert all(len({round(p.x, 6) for p in route.curve}) == 1 for route in found.placement.routes)


def test_a_claim_used_twice_stands_below_all_that_it_bears_on() -> None:
    found = scene(a=[because("b"), because("c")], b=[because("d")], d=[because("e"), because("c")])
    assert found.home["c"].rect.y == found.home["e"].rect.y
    assert all(route.curve[0].y > route.curve[-1].y for route in found.placement.routes)


def test_the_same_argument_is_always_placed_in_the_same_way() -> None:
    assert placed(random_sample(30, 5)).placement == placed(random_sample(30, 5)).placement


# reason boxes


def test_co_premises_stand_side_by_side_in_the_order_of_the_file() -> None:
    found = scene(a=[because("b", "c", "d")])
    rects = [found.home[claim].rect for claim in "bcd"]
    assert [rect.x for rect in rects] == sorted(rect.x for rect in rects)
    assert len({(rect.y, rect.bottom) for rect in rects}) == 1


def test_where_arrows_point_left_co_premises_stand_on_each_other() -> None:
    found = scene(LEFT, a=[because("b", "c", "d")])
    rects = [found.home[claim].rect for claim in "bcd"]
    assert [rect.y for rect in rects] == sorted(rect.y for rect in rects)
    assert len({(rect.x, rect.right) for rect in rects}) == 1


def test_the_arrow_of_co_premises_leaves_their_box() -> None:
    found = scene(a=[because("b", "c")])
    start = found.lines["a.because.1"].curve[0]
    assert on_border(start, found.boxes["a.because.1"].rect)
    assert not any(on_border(start, found.home[claim].rect) for claim in "bc")


def test_what_bears_on_a_co_premise_ends_at_its_own_card() -> None:
    found = scene(a=[because("b", "c")], b=[because("d")], c=[but("e")])
    for line, claim in (("b.because.1", "b"), ("c.but.1", "c")):
        assert on_border(found.lines[line].curve[-1], found.home[claim].rect)


def test_a_line_from_above_passes_beside_the_words_of_a_box() -> None:
    found = scene(a=[because("b"), because("c", "b")], b=[but("c")])
    box = found.boxes["a.because.2"]
    line = found.lines["b.but.1"]
    words = Rect(box.tab_rect.x, box.tab_rect.y, box.tab.width * SMALL_SIZE, box.tab_rect.height)
    assert all(point.x > words.right for point in line.curve if point.y > box.rect.y)
    assert found.home["c"].rect.right >= words.right + TAB_ROOM / 2


# undercutters


def test_an_undercutter_stands_beside_the_arrow_and_ends_on_it() -> None:
    found = scene(a=[because("b", unless=by("c"))])
    arrow, undercutter = found.lines["a.because.1"], found.lines["a.because.1.unless.1"]
    assert distance_to(undercutter.curve[-1], arrow.curve) < 0.01
    assert undercutter.curve[0].y == undercutter.curve[-1].y
    assert found.home["a"].rect.bottom < found.home["c"].rect.y
    assert found.home["c"].rect.bottom < found.home["b"].rect.y
    assert found.home["c"].rect.x > undercutter.curve[-1].x


def test_where_arrows_point_left_an_undercutter_stands_below_the_arrow() -> None:
    found = scene(LEFT, a=[because("b", unless=by("c"))])
    arrow, undercutter = found.lines["a.because.1"], found.lines["a.because.1.unless.1"]
    assert distance_to(undercutter.curve[-1], arrow.curve) < 0.01
    assert undercutter.curve[0].x == undercutter.curve[-1].x
    assert found.home["c"].rect.y > undercutter.curve[-1].y


def test_an_undercutter_of_co_premises_ends_at_their_box() -> None:
    found = scene(a=[because("b", "c", unless=by("d"))])
    end = found.lines["a.because.1.unless.1"].curve[-1]
    assert on_border(end, found.boxes["a.because.1"].rect)
    assert end.x > found.home["c"].rect.right


def test_an_undercutter_of_an_undercutter_ends_on_its_line() -> None:
    found = scene(a=[because("b", unless=by("c", unless=by("d")))])
    line, undercutter = found.lines["a.because.1.unless.1"], found.lines["a.because.1.unless.1.unless.1"]
    assert distance_to(undercutter.curve[-1], line.curve) < 0.01


def test_two_undercutters_of_one_arrow_end_on_different_places_of_it() -> None:
    found = scene(a=[Reason("because", ("b",), (by("c"), by("d")))])
    first, second = (found.lines[f"a.because.1.unless.{number}"].curve[-1] for number in (1, 2))
    assert first.distance(second) > 20


def test_an_undercutter_that_is_a_premise_nearer_the_thesis_stands_as_that_premise() -> None:
    found = scene(a=[because("b"), but("c")], b=[because("d", unless=by("c"))])
    assert found.lines["a.but.1"].curve[0].y == found.home["c"].rect.y
    arrow, undercutter = found.lines["b.because.1"], found.lines["b.because.1.unless.1"]
    assert distance_to(undercutter.curve[-1], arrow.curve) < 0.01


# claims used twice


def test_a_claim_used_twice_has_one_card_and_two_lines() -> None:
    found = scene(a=[because("b"), because("c")], b=[because("d")], c=[because("d")])
    for line in ("b.because.1", "c.because.1"):
        assert on_border(found.lines[line].curve[0], found.home["d"].rect)


def test_a_stub_keeps_the_place_of_a_co_premise_that_stands_elsewhere() -> None:
    found = scene(a=[because("b"), because("c", "b")])
    stub = found.stubs["a.because.2", "b"]
    assert found.boxes["a.because.2"].rect.encloses(stub.rect)
    assert stub.rect.x > found.home["c"].rect.right
    line = stub_line(found, "b")
    assert on_border(line.curve[0], found.home["b"].rect)
    assert on_border(line.curve[-1], stub.rect)


def test_the_line_to_a_stub_below_its_claim_leads_down() -> None:
    found = scene(a=[because("b")], b=[but("c")], c=[but("d", "b")])
    line = stub_line(found, "b")
    assert line.curve[0].y == found.home["b"].rect.bottom
    assert line.curve[-1].y == found.stubs["c.but.1", "b"].rect.y


def test_the_thesis_may_be_a_stub() -> None:
    found = scene(a=[but("b")], b=[but("c", "a")])
    assert on_border(stub_line(found, "a").curve[-1], found.stubs["b.but.1", "a"].rect)


def test_a_premise_above_its_target_has_an_arrow_that_points_down() -> None:
    found = scene(a=[because("b")], b=[because("c")], c=[but("b")])
    line = found.lines["c.but.1"]
    assert line.curve[0].y == found.home["b"].rect.bottom
    assert line.curve[-1].y == found.home["c"].rect.y
    support = found.lines["b.because.1"]
    assert abs(line.curve[-1].x - support.curve[0].x) > 10, "heads and tails do not lie on each other"


def test_a_claim_that_supports_its_co_premise_has_a_line_that_turns_below_them() -> None:
    found = scene(a=[because("b", "c")], b=[because("c")])
    line = found.lines["b.because.1"]
    assert line.curve[0].y == found.home["c"].rect.bottom
    assert line.curve[-1].y == found.home["b"].rect.bottom
    assert max(point.y for point in line.curve) > found.boxes["a.because.1"].rect.bottom


def test_an_undercut_line_that_turns_passes_its_undercutter() -> None:
    found = scene(a=[because("b", "c")], b=[because("c", unless=by("d"))])
    line, undercutter = found.lines["b.because.1"], found.lines["b.because.1.unless.1"]
    assert distance_to(undercutter.curve[-1], line.curve) < 0.01


def test_a_claim_used_first_where_it_does_not_stand_is_placed_all_the_same() -> None:
    found = scene(a=[because("b"), but("c")], b=[because("d")], d=[because("c")], c=[because("e")])
    assert found.home["e"].rect.y > found.home["c"].rect.bottom


def test_an_undercutter_used_below_the_premise_that_it_undercuts_closes_no_circle() -> None:
    found = scene(
        a=[because("p"), because("t")],
        p=[because("x")],
        x=[because("y")],
        y=[but("u")],
        t=[because("p", unless=by("u"))],
    )
    assert len(found.home) == 6


# sizes


def test_a_card_on_which_much_bears_has_room_for_the_heads() -> None:
    found = scene(a=[because("b")], b=[because(f"c{number}") for number in range(9)])
    ends = sorted(found.lines[f"b.because.{number}"].curve[-1].x for number in range(1, 10))
    assert min(after - before for before, after in pairwise(ends)) >= 12


def test_a_card_says_how_many_inferences_are_left_out() -> None:
    argument = sample("an argument", {"a": [because("b")], "b": [because("c"), but("d")]}).map
    part = part_of(argument, View(name="near", depth=1))
    whole, near = (make_cards(p, Wording.FULL, 140.0).cards["b"] for p in (part_of(argument), part))
    assert whole.remark is None
    assert near.remark is not None
    assert "2" in near.remark.text
    assert near.height > whole.height


def test_large_arguments_are_tried_at_fewer_widths() -> None:
    tried = [len(wraps_for(claims, rivalled=False)) for claims in (10, 100, 1_000)]
    assert tried == sorted(tried, reverse=True)
    assert tried[-1] == 1


# detours


def test_a_line_that_keeps_clear_of_cards_is_left_as_it_is() -> None:
    rows = Rows([Rect(0, 0, 100, 20), Rect(0, 60, 100, 20)])
    line = curve((50, 20), (50, 30), (50, 50), (50, 60))
    assert rows.cleared(line) == line


def test_a_line_through_a_card_is_led_around_it() -> None:
    between = Rect(0, 60, 100, 20)
    rows = Rows([Rect(0, 0, 100, 20), between, Rect(0, 120, 100, 20)])
    line = rows.cleared(curve((50, 20), (50, 50), (50, 90), (50, 120)))
    assert (line[0], line[-1]) == ((50, 20), (50, 120))
    assert not any(between.holds(point) for point in line)
    assert min(point.x for point in line) < 0 or max(point.x for point in line) > 100


def test_two_lines_led_through_one_gap_run_at_different_heights() -> None:
    rows = Rows([Rect(0, 0, 40, 20), Rect(300, 0, 40, 20), Rect(600, 60, 40, 20)])
    one = rows.cleared(curve((20, 20), (20, -40), (610, 100), (610, 60)))
    other = rows.cleared(curve((320, 20), (320, -40), (630, 100), (630, 60)))
    across = [{point.y for point in samples(line) if 340 < point.x < 600} for line in (one, other)]
    assert not across[0] & across[1]

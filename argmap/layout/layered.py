"""The layered way of placing: ranks from the thesis down, by Graphviz's dot (Gansner and others 1993).

Dot places the blocks. Within a rank all nodes are as deep as the deepest, and the block stands at the side of the
thesis; the rest is room for its lines. Dot's lines are led on through that room to the cards.
"""

from dataclasses import replace

from argmap.engine import Coordinates, Engine, lay_out
from argmap.geometry import Curve, Point, Rect, joined, straight
from argmap.layout.blocks import TURN, Direction
from argmap.layout.cards import Cards, even
from argmap.layout.detours import Rows
from argmap.layout.homes import homes_of
from argmap.layout.layers import Layers
from argmap.layout.links import End, Link, Spot, Way, links_of
from argmap.layout.placement import Candidate, PlacedBox, PlacedCard, Placement, Route, framed
from argmap.layout.ports import JUNCTION, STRETCHES
from argmap.model import ArgumentMap

ARRIVAL = {Direction.UP: 20.0, Direction.LEFT: 14.0}
"""The room that a line takes where it arrives, as long as cards can be made larger for it, by where arrows point."""
ARRIVALS = 12
"""For how many lines a card is made larger."""
_WRAPS = ((60, (86.0, 110.0, 140.0, 170.0, 210.0, 260.0, 330.0)), (200, (110.0, 150.0, 210.0)))
_WRAPS_RIVALLED = (110.0, 200.0)
_WRAP_OF_LARGE = (180.0,)


def wraps_for(claims: int, *, rivalled: bool) -> tuple[float, ...]:
    """Return the wrap widths to try: fewer for larger maps, and fewer where another way of placing will mostly win."""
    if rivalled and claims <= _WRAPS[0][0]:
        return _WRAPS_RIVALLED
    return next((wraps for most, wraps in _WRAPS if claims <= most), _WRAP_OF_LARGE)


def place(
    argument: ArgumentMap, cards: Cards, direction: Direction = Direction.UP, engine: Engine = Engine.BUILTIN
) -> Placement:
    """Place a map in layers.

    Raises
    ------
    argmap.engine.EngineError
        Graphviz failed, or took too long.
    """
    return candidate(argument, cards, direction, engine).make()


def candidate(
    argument: ArgumentMap, cards: Cards, direction: Direction = Direction.UP, engine: Engine = Engine.BUILTIN
) -> Candidate:
    """Prepare a placement in layers; its least size is that of the cards of each rank."""
    links = links_of(argument, homes_of(argument), _roomy(argument, cards, direction), direction)
    layers = Layers(links, direction)

    def make() -> Placement:
        return _WayBack(layers).placement(lay_out(layers.dot(), len(links.graph), engine))

    return Candidate(*layers.least_size(), make)


def _roomy(argument: ArgumentMap, cards: Cards, direction: Direction) -> Cards:
    """Enlarge the side of the cards on which much bears, so that the lines arrive with room between them."""
    sizes = {}
    for claim, card in cards.cards.items():
        side = even(ARRIVAL[direction] * min(ARRIVALS, len(argument.on[claim])))
        is_up = direction is Direction.UP
        width, height = (max(card.width, side), card.height) if is_up else (card.width, max(card.height, side))
        sizes[claim] = card.resized(width, height)
    return replace(cards, cards=sizes)


class _WayBack:
    """The way back from dot's coordinates to cards, boxes and lines."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.links = layers.links
        self.direction = layers.direction

    def placement(self, coordinates: Coordinates) -> Placement:
        """Turn dot's coordinates into a placement."""
        cards: list[PlacedCard] = []
        boxes: list[PlacedBox] = []
        corners = {node: self._corner(node, coordinates.nodes[node]) for node in self.links.graph}
        for node, block in self.links.blocks.items():
            cards += block.placed_cards(*corners[node])
            if box := block.placed_box(*corners[node]):
                boxes.append(box)
        rows = self._rows(corners)
        curves = {
            link: self._curve(link, corners, coordinates.edges[f"e{number}"], rows)
            for number, link in enumerate(self.layers.in_port_order())
        }
        routes = tuple(self._route(way, curves, corners) for way in self.links.ways)
        return framed(tuple(cards), tuple(boxes), routes)

    def _corner(self, node: str, middle: Point) -> Point:
        """Return the upper left corner of what stands at a node."""
        block = self.links.blocks.get(node)
        if block is None:
            return middle.moved(-JUNCTION / 2, -JUNCTION / 2)
        return self._at(middle, -block.breadth(self.direction) / 2, -self.layers.depths[node] / 2)

    def _rows(self, corners: dict[str, Point]) -> Rows:
        """Return the rows in which cards and boxes stand."""
        bodies = [block.body.moved(*corners[node]) for node, block in self.links.blocks.items() if block.members]
        if self.direction is Direction.LEFT:
            bodies = [Rect(body.y, body.x, body.height, body.width) for body in bodies]
        return Rows(bodies)

    def _cleared(self, curve: Curve, rows: Rows, *, sideways: bool) -> Curve:
        """Return a curve that runs through no card; rows know only lines that run up and down."""
        if self.direction is Direction.UP:
            return rows.cleared(curve, sideways=sideways)
        turned = rows.cleared(tuple(Point(y, x) for x, y in curve), sideways=sideways)
        return tuple(Point(x, y) for y, x in turned)

    def _curve(self, link: Link, corners: dict[str, Point], drawn: tuple[Point, ...], rows: Rows) -> Curve:
        """Return dot's curve from tail to head, its ends exactly at the ports and led on to the cards."""
        tail, tail_border = self._points(link, link.tail, corners, far=True)
        head, head_border = self._points(link, link.head, corners, far=False)
        first, last = drawn[0], drawn[-1]
        snapped = [
            tail_border,
            drawn[1].moved(tail_border.x - first.x, tail_border.y - first.y),
            *drawn[2:-2],
            drawn[-2].moved(head_border.x - last.x, head_border.y - last.y),
            head_border,
        ]
        cleared = self._cleared(tuple(snapped), rows, sideways=link.tail.at is Spot.SIDE)
        return joined(straight(tail, tail_border), cleared, straight(head_border, head))

    def _points(self, link: Link, end: End, corners: dict[str, Point], *, far: bool) -> tuple[Point, Point]:
        """Return where a line ends at a card, and where it crosses the border of the node's room."""
        corner = corners[end.node]
        block = self.links.blocks.get(end.node)
        if block is None:
            middle = corner.moved(JUNCTION / 2, JUNCTION / 2)
            return middle, middle
        border = self.layers.depths[end.node] if far else 0.0
        depth = border
        if end.at not in STRETCHES:
            rect = block.members[end.at].rect if isinstance(end.at, int) else block.body
            near_side, far_side = (rect.y, rect.bottom) if self.direction is Direction.UP else (rect.x, rect.right)
            depth = far_side if far else near_side
        offset = self.layers.ports.offsets[link, end.node]
        return self._at(corner, offset, depth), self._at(corner, offset, border)

    def _at(self, corner: Point, along: float, down: float) -> Point:
        return corner.moved(along, down) if self.direction is Direction.UP else corner.moved(down, along)

    def _route(self, way: Way, curves: dict[Link, Curve], corners: dict[str, Point]) -> Route:
        """Join the pieces of a line, from premise to target; through an undercutter's block it runs straight."""
        if way.beside:
            return Route(way.inference, self._line_beside(way.beside, corners[way.beside]))
        pieces: list[Curve] = []
        for link, from_head in way.links:
            curve = tuple(reversed(curves[link])) if from_head else curves[link]
            if pieces:
                turning = link.head.at in (Spot.FIRST, Spot.SECOND)
                pieces.append(self._turn(pieces[-1][-1], curve[0]) if turning else straight(pieces[-1][-1], curve[0]))
            pieces.append(curve)
        return Route(way.inference, joined(*pieces), way.stub)

    def _turn(self, start: Point, end: Point) -> Curve:
        """Return the arc, half a circle or nearly so, in which a line turns back."""
        depth = TURN * 2 / 3
        return (start, self._at(start, 0, depth), self._at(end, 0, depth), end)

    def _line_beside(self, node: str, corner: Point) -> Curve:
        """Return the line from an undercutter to the arrow beside it."""
        block = self.links.blocks[node]
        assert block.badge is not None
        up = self.direction is Direction.UP
        start = Point(block.body.x, block.badge.y) if up else Point(block.badge.x, block.body.y)
        return straight(start.moved(*corner), block.badge.moved(*corner))

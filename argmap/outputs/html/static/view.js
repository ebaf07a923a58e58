// How the slide is looked at: zoom and pan, by wheel, pinch, drag and swipe; and what a click means.

const CLOSEST = 8;
const SWIPE = 40;
const STILL = 5;
const BACK_SHARE = 0.25;

const stage = one("#slides");
const view = { zoom: 1, x: 0, y: 0 };
const pointers = new Map();
let gesture = null;

/** Put the view on the slide; none of it leaves the window further than it has to. */
function look() {
  const slide = one(".slide", leaves[place.index]);
  view.zoom = within(view.zoom, 1, CLOSEST);
  const { offsetWidth: width, offsetHeight: height } = slide;
  const spare = [(stage.clientWidth - width) / 2, (stage.clientHeight - height) / 2];
  view.x = kept(view.x, spare[0], width * view.zoom, stage.clientWidth);
  view.y = kept(view.y, spare[1], height * view.zoom, stage.clientHeight);
  const still = view.zoom === 1;
  slide.style.transform = still ? "" : `translate(${view.x - spare[0]}px, ${view.y - spare[1]}px) scale(${view.zoom})`;
}

/** Keep an edge of the slide, which is of some size, so that it fills the room or stands in its middle. */
function kept(edge, spare, size, room) {
  if (view.zoom === 1) return spare;
  return size <= room ? (room - size) / 2 : within(edge, room - size, 0);
}

/** Zoom so that what is at a point stays there. */
function zoomBy(factor, x = stage.clientWidth / 2, y = stage.clientHeight / 2) {
  const before = view.zoom;
  view.zoom = within(before * factor, 1, CLOSEST);
  const ratio = view.zoom / before;
  view.x = x - (x - view.x) * ratio;
  view.y = y - (y - view.y) * ratio;
  look();
}

function panBy(x, y) {
  view.x += x;
  view.y += y;
  look();
}

function whole() {
  view.zoom = 1;
  look();
}

const middleOf = (points) => ({
  x: points.reduce((sum, point) => sum + point.x, 0) / points.length,
  y: points.reduce((sum, point) => sum + point.y, 0) / points.length,
  spread: points.length > 1 ? Math.hypot(points[0].x - points[1].x, points[0].y - points[1].y) : 0,
});

function pressed(event) {
  if (event.button > 0) return;
  if (event.isPrimary) pointers.clear();
  pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  const start = gesture && pointers.size > 1 ? gesture.start : { x: event.clientX, y: event.clientY };
  gesture = { start, at: middleOf([...pointers.values()]), moved: pointers.size > 1, pinched: pointers.size > 1 };
}

function dragged(event) {
  if (!pointers.has(event.pointerId)) return;
  pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  const at = middleOf([...pointers.values()]);
  const far = Math.hypot(at.x - gesture.start.x, at.y - gesture.start.y) > STILL;
  gesture.moved ||= far;
  if (pointers.size > 1 && gesture.at.spread) zoomBy(at.spread / gesture.at.spread, at.x, at.y);
  if (view.zoom > 1 && gesture.moved) {
    root.classList.add("grabbed");
    panBy(at.x - gesture.at.x, at.y - gesture.at.y);
  }
  gesture.at = at;
}

function released(event) {
  if (!pointers.delete(event.pointerId) || pointers.size) return;
  root.classList.remove("grabbed");
  const [across, down] = [event.clientX - gesture.start.x, event.clientY - gesture.start.y];
  const swiped = event.pointerType === "touch" && event.type === "pointerup" && view.zoom === 1 && !gesture.pinched;
  if (swiped && Math.abs(across) > Math.max(SWIPE, Math.abs(down))) (across < 0 ? stepOn : stepBack)();
}

/** A click steps on, at the left edge back; links lead on, but a card's own, which would be hit all the time. */
function clicked(event) {
  const link = event.target.closest("a");
  const wanted = link && (!link.matches(".picture [target]") || event.detail === 0);
  if (wanted || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link) event.preventDefault();
  if (gesture?.pinched || (gesture?.moved && view.zoom > 1) || String(getSelection())) return;
  if (event.clientX < innerWidth * BACK_SHARE) stepBack();
  else stepOn();
}

function beginView() {
  stage.addEventListener("pointerdown", pressed);
  addEventListener("pointermove", dragged);
  addEventListener("pointerup", released);
  addEventListener("pointercancel", released);
  stage.addEventListener("click", clicked);
  stage.addEventListener("dragstart", (event) => event.preventDefault());
  stage.addEventListener("wheel", (event) => {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    zoomBy(Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.002)), event.clientX, event.clientY);
  }, { passive: false });
  addEventListener("resize", look);
  shownHooks.push((moved) => { if (moved) whole(); });
}

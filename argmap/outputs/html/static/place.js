// Where the show is: which slide, at which step. The address says it (#7.3), so that it survives a reload,
// and links and the browser's own way back lead where they say.

const root = document.documentElement;
const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

const leaves = all(".leaf");
const place = { index: 0, step: 1 };
const reached = new Map();
const shownHooks = [];

const stepsOf = (index) => Number(leaves[index].dataset.steps);
const within = (value, least, most) => Math.min(Math.max(value, least), most);
const addressOf = ({ index, step }) => `#${leaves[index].id}${stepsOf(index) > 1 ? `.${step}` : ""}`;

/** Read a place off the address; a slide without a step is shown as it was left. */
function placeIn(hash) {
  const [, slide, step] = /^#(\d+)(?:\.(\d+))?$/.exec(hash) ?? [];
  const index = leaves.findIndex((leaf) => leaf.id === slide);
  if (index < 0) return null;
  return { index, step: within(step ? Number(step) : (reached.get(index) ?? 1), 1, stepsOf(index)) };
}

/** Show a slide at a step. */
function show(next) {
  const moved = next.index !== place.index;
  const held = leaves[place.index].contains(document.activeElement);
  Object.assign(place, next);
  reached.set(place.index, place.step);
  leaves.forEach((leaf, index) => leaf.classList.toggle("now", index === place.index));
  const leaf = leaves[place.index];
  reveal(leaf, place.step, stepsOf(place.index));
  if (moved && held) leaf.focus({ preventScroll: true });
  shownHooks.forEach((hook) => hook(moved));
}

/** Hide what comes after a step, and let what is told and said be of the step. */
function reveal(leaf, step, steps) {
  for (const group of all("svg [data-step]", leaf)) {
    group.classList.toggle("later", steps > 1 && Number(group.dataset.step) > step);
  }
  for (const described of all("[data-told]", leaf)) {
    const variants = all(".told p", leaf).filter((told) => told.dataset.of === described.dataset.told);
    const told = step < steps && variants.filter(({ dataset }) => Number(dataset.from) <= step).pop();
    described.setAttribute("aria-describedby", told ? told.id : described.dataset.whole);
  }
  const own = all(".said[data-step]", leaf);
  own.forEach((said) => { said.hidden = Number(said.dataset.step) !== step; });
  all(".said:not([data-step])", leaf).forEach((said) => { said.hidden = own.length > 0; });
}

/** Go to a place; unless it is a jump, the way back leads to where one was before. */
function go(next, { jump = false } = {}) {
  if (!next || (next.index === place.index && next.step === place.step)) return;
  if (jump) history.pushState(null, "", addressOf(next));
  else history.replaceState(null, "", addressOf(next));
  show(next);
}

function stepOn() {
  if (place.step < stepsOf(place.index)) go({ index: place.index, step: place.step + 1 });
  else if (place.index + 1 < leaves.length) go({ index: place.index + 1, step: 1 });
}

function stepBack() {
  if (place.step > 1) go({ index: place.index, step: place.step - 1 });
  else if (place.index > 0) go({ index: place.index - 1, step: stepsOf(place.index - 1) });
}

function slideBy(count) {
  const index = within(place.index + count, 0, leaves.length - 1);
  go({ index, step: reached.get(index) ?? 1 });
}

const toFirst = () => go({ index: 0, step: 1 }, { jump: true });
const toLast = () => go({ index: leaves.length - 1, step: stepsOf(leaves.length - 1) }, { jump: true });

/** Make a page of slides one under another into a show. */
function begin() {
  for (const told of all(".told p")) {
    const described = document.getElementById(told.dataset.of) ?? one("svg.argmap", told.closest(".leaf"));
    described.dataset.told = told.dataset.of;
    described.dataset.whole ??= described.getAttribute("aria-describedby");
  }
  all("details.notes").forEach((notes) => { notes.open = true; });
  for (const link of all(".picture a.link:not([href^='#'])")) {
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noopener noreferrer");
  }
  root.classList.add("stage");
  addEventListener("hashchange", () => {
    const next = placeIn(location.hash);
    if (!next) return;
    show(next);
    leaves[place.index].focus({ preventScroll: true });
  });
  show(placeIn(location.hash) ?? place);
}

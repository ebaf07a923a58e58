// What serves the show: the bar, the list of slides, notes, help, the keys; and what is told as it goes on.

const REST = 2500;
const TYPING = 3000;
const EDGE = 32;
const CLOCK = 5000;

const contents = one("#contents");
const help = one("#help");
const status = one("#status");
let resting = 0;
let typed = "";
let typing = 0;
let speaker = null;
let ticking = 0;
let before = null;

const time = () => new Date().toTimeString().slice(0, 5);
const filled = (words, ...numbers) => numbers.reduce((text, number) => text.replace("{}", number), words);

/** Tell where the show is, to the eye and to the ear. */
function tell() {
  const [count, steps, leaf] = [leaves.length, stepsOf(place.index), leaves[place.index]];
  const where = [filled(status.dataset.slide, leaf.id, leaves[count - 1].id)];
  if (steps > 1) where.push(filled(status.dataset.step, place.step, steps));
  status.textContent = `${where.join(", ")}: ${one(".heading", leaf).textContent}`;
  one("#position").textContent = `${leaf.id} / ${leaves[count - 1].id}${steps > 1 ? ` · ${place.step}/${steps}` : ""}`;
  for (const link of all("a", contents)) {
    if (link.hash === `#${leaf.id}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  tellSpeaker();
}

/** Show the pointer and, where it is at the lower edge or beside the slide, the bar: it would else lie on links. */
function wake(event) {
  root.classList.remove("idle");
  if (!event || "clientY" in event) root.classList.toggle("offered", !event || offers(event));
  clearTimeout(resting);
  resting = setTimeout(() => root.classList.add("idle"), REST);
}

function offers({ target, clientY }) {
  const at = target.closest?.(".slide, .notes, #bar");
  return clientY > innerHeight - EDGE || !at || (at.id === "bar" && root.classList.contains("offered"));
}

function toggleList(open = !contents.classList.contains("open")) {
  contents.classList.toggle("open", open);
  one("#list").setAttribute("aria-expanded", open);
  if (open) {
    before = document.activeElement;
    one("[aria-current]", contents)?.focus();
  } else if (contents.contains(document.activeElement)) {
    document.activeElement.blur();
    if (before !== document.body) before?.focus();
  }
}

function toggleNotes() {
  one("#notes").setAttribute("aria-pressed", root.classList.toggle("with-notes"));
  look();
}

function toggleHelp() {
  if (help.open) help.close();
  else help.showModal();
}

async function toggleFull() {
  try {
    await (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen());
  } catch { /* some browsers allow it in no window, or not now */ }
}

/** Change between the deck's own colours and the others; the window remembers which. */
function toggleLook() {
  root.dataset.look = currentLook() === "own" ? "other" : "own";
  try { sessionStorage.setItem("look", root.dataset.look); } catch { /* kept for this page only */ }
}

function currentLook() {
  const follows = root.hasAttribute("data-follows") && matchMedia("(prefers-color-scheme: dark)").matches;
  return root.dataset.look ?? (follows ? "other" : "own");
}

/** Open what the speaker says in a window of its own, for another screen; its keys move the show. */
function openSpeaker() {
  speaker = open("", "argmap-speaker", "popup,width=760,height=560");
  if (!speaker) {
    toggleNotes(); // the browser keeps windows shut
    return;
  }
  const page = speaker.document;
  page.documentElement.className = "speaker";
  page.title = document.title;
  page.head.replaceChildren(one("style").cloneNode(true));
  page.onkeydown = keyed;
  clearInterval(ticking);
  ticking = setInterval(() => { if (!speaker.closed) one(".clock", page).textContent = time(); }, CLOCK);
  tellSpeaker();
}

function tellSpeaker() {
  if (!speaker || speaker.closed) return;
  const [leaf, following] = [leaves[place.index], leaves[place.index + 1]];
  const made = (tag, text, name) => Object.assign(speaker.document.createElement(tag), { textContent: text, className: name });
  const said = all(".said:not([hidden])", leaf).map((part) => part.textContent).join("\n\n");
  const clock = made("p", time(), "clock");
  const coming = following ? [made("p", `${following.id}  ${one(".heading", following).textContent}`, "coming")] : [];
  speaker.document.body.replaceChildren(clock, made("h1", status.textContent, ""), made("div", said, "said"), ...coming);
}

function type(digit) {
  typed = digit ? typed + digit : "";
  one("#typed").textContent = typed;
  one("#typed").hidden = !typed;
  clearTimeout(typing);
  if (typed) typing = setTimeout(type, TYPING);
}

function jumpTyped() {
  go(placeIn(`#${Number(typed)}`), { jump: true });
  type();
}

function leave() {
  if (typed) type();
  else if (contents.classList.contains("open")) toggleList(false);
  else if (root.classList.contains("black")) root.classList.remove("black");
  else whole();
}

const blacken = () => root.classList.toggle("black");
const KEYS = {
  ArrowRight: stepOn, ArrowDown: stepOn, PageDown: stepOn, " ": stepOn, Enter: stepOn,
  ArrowLeft: stepBack, ArrowUp: stepBack, PageUp: stepBack,
  n: () => slideBy(1), p: () => slideBy(-1), Home: toFirst, End: toLast, Backspace: () => history.back(),
  "+": () => zoomBy(1.25), "=": () => zoomBy(1.25), "-": () => zoomBy(0.8), "−": () => zoomBy(0.8), 0: whole,
  f: toggleFull, F5: toggleFull, d: toggleLook, s: toggleNotes, S: openSpeaker, l: () => toggleList(),
  b: blacken, ".": blacken, "?": toggleHelp, F1: toggleHelp, Escape: leave,
};
const PANS = { ArrowRight: [-60, 0], ArrowLeft: [60, 0], ArrowDown: [0, -60], ArrowUp: [0, 60] };

function actionOf(event) {
  const { key } = event;
  if (key === "Enter" && typed) return jumpTyped;
  if (/^[1-9]$/.test(key) || (key === "0" && typed)) return () => type(key);
  if (event.shiftKey && PANS[key]) return () => panBy(...PANS[key]);
  if (event.shiftKey && key === " ") return stepBack;
  return KEYS[key] ?? KEYS[key.toLowerCase()];
}

function keyed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const control = event.target.closest?.("a, button, summary");
  if ((event.key === "Enter" && control && !typed) || (event.key === " " && control)) return;
  if (help.open && event.key !== "?" && event.key !== "F1") return;
  if (contents.contains(event.target) && /^(Page|Arrow|Home|End)/.test(event.key)) return;
  const action = actionOf(event);
  if (!action) return;
  event.preventDefault();
  if (action !== blacken && root.classList.contains("black") && action !== leave) root.classList.remove("black");
  action();
}

function beginControls() {
  const doing = {
    previous: stepBack, next: stepOn, list: () => toggleList(), "zoom-in": () => zoomBy(1.25), "zoom-out": () => zoomBy(0.8),
    whole, notes: toggleNotes, look: toggleLook, full: toggleFull, helping: toggleHelp, close: toggleHelp,
  };
  for (const [id, action] of Object.entries(doing)) {
    one(`#${id}`).addEventListener("click", ({ detail, currentTarget }) => {
      if (detail > 0) currentTarget.blur(); // or the space bar would press it again instead of stepping on
      action();
    });
  }
  one("#full").hidden = !document.fullscreenEnabled;
  one("#bar").hidden = false;
  addEventListener("keydown", keyed);
  for (const kind of ["pointermove", "pointerdown", "focusin"]) addEventListener(kind, wake);
  contents.addEventListener("click", (event) => { if (event.target.closest("a")) toggleList(false); });
  shownHooks.push(tell);
}

/** Hovering would show every sentence twice: names that the slide shows in full are told to the ear alone. */
function quietNames() {
  for (const title of all(".leaf:not(.overview) svg.argmap title, .overview svg.argmap > title")) {
    const named = title.parentElement;
    named.setAttribute("aria-label", title.textContent);
    named.removeAttribute("aria-labelledby");
    title.remove();
  }
}

try {
  const kept = sessionStorage.getItem("look");
  if (kept) root.dataset.look = kept;
} catch { /* nothing was kept */ }
quietNames();
beginView();
beginControls();
begin();
wake();

// The list of flags. Only the rows in sight exist, so that 5,000 cost no more than fifty.

import { apart, byId, make } from "./dom.js";
import { found } from "./filters.js";
import { articles, flags, on, select, selected, shortName, stateOf } from "./model.js";

const ROW = 100;
const SPARE = 6;
const box = byId("list");
const space = make("div", { class: "space", role: "presentation" });
const nobody = make("p", { class: "nobody soft" });
let drawn = "";

function row(flag, nth) {
  const state = stateOf(flag);
  const current = flag === selected.flag;
  return make("div", {
    class: `row ${flag.severity} ${state}`, role: "option", id: `row-${flag.flag}`, "data-nth": nth,
    "aria-selected": String(current), "aria-posinset": nth + 1, "aria-setsize": found.flags.length,
  },
  make("p", { class: "head" },
    make("span", { class: "glyph", "aria-hidden": "true" }),
    make("span", { class: "unseen" }, `${flag.severity}: `),
    apart(flag.surface, { class: "surface" }),
    state === "open" ? null : make("span", { class: `verdict ${state}` }, state)),
  make("p", { class: "message" }, apart(flag.message)),
  make("p", { class: "place" }, make("span", {}, flag.check), apart(shortName(articles[flag.article].id)), make("span", { class: "line" }, `:${flag.line}`)));
}

function draw(again = false) {
  const first = Math.max(0, Math.floor(box.scrollTop / ROW) - SPARE);
  const last = Math.min(found.flags.length, Math.ceil((box.scrollTop + box.clientHeight) / ROW) + SPARE);
  if (!again && drawn === `${first}-${last}`) return;
  drawn = `${first}-${last}`;
  space.style.height = `${found.flags.length * ROW}px`;
  const rows = found.flags.slice(first, last).map((flag, n) => row(flag, first + n));
  rows.forEach((element, n) => { element.style.top = `${(first + n) * ROW}px`; });
  space.replaceChildren(...rows);
  const at = found.flags.indexOf(selected.flag);
  if (at >= first && at < last) box.setAttribute("aria-activedescendant", `row-${selected.flag.flag}`);
  else box.removeAttribute("aria-activedescendant");
}

function reveal() {
  const at = found.flags.indexOf(selected.flag);
  if (at < 0) return;
  if (at * ROW < box.scrollTop) box.scrollTop = at * ROW;
  else if ((at + 1) * ROW > box.scrollTop + box.clientHeight) box.scrollTop = (at + 1) * ROW - box.clientHeight;
}

// The flag `steps` further down the list; where the selected one has left it, the one in its place.
let before = 0;
export function move(steps) {
  if (!found.flags.length) return;
  const at = found.flags.indexOf(selected.flag);
  const to = at < 0 ? before - (steps > 0 ? 1 : 0) + steps : at + steps;
  select(found.flags[Math.min(found.flags.length - 1, Math.max(0, to))]);
}

function onKey(event) {
  const page = Math.max(1, Math.floor(box.clientHeight / ROW) - 1);
  const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -flags.length, End: flags.length };
  if (!(event.key in steps) || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  move(steps[event.key]);
}

export function setUpList(open) {
  box.append(space, nobody);
  box.addEventListener("scroll", () => requestAnimationFrame(() => draw()), { passive: true });
  box.addEventListener("keydown", onKey);
  box.addEventListener("keydown", (event) => { if (event.key === "Enter") open(true); });
  box.addEventListener("click", (event) => {
    const element = event.target.closest("[role=option]");
    if (!element) return;
    select(found.flags[Number(element.dataset.nth)]);
    open(false);
  });
  new ResizeObserver(() => draw()).observe(box);
  let later = 0;
  on("filtered", () => {
    nobody.textContent = found.flags.length ? "" : flags.length ? "No flag is like that." : "No flag at all: every figure agrees and has its source.";
    if (!found.flags.includes(selected.flag)) {
      box.scrollTop = Math.min(box.scrollTop, found.flags.length * ROW);
      clearTimeout(later);  // an article takes longer to show than a key to press
      later = setTimeout(() => { if (found.flags.length && !found.flags.includes(selected.flag)) select(found.flags[Math.min(before, found.flags.length - 1)]); }, 150);
    }
    draw(true);
  });
  on("select", () => { before = Math.max(0, found.flags.indexOf(selected.flag)); reveal(); draw(true); });
  on("verdict", () => draw(true));
}

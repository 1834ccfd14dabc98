// An article's own text with every figure marked: flagged ones by severity, those a flag sets against another.

import { apart, byId, clean, make } from "./dom.js";
import { articles, flagsByArticle, on, quotes, select, selected, shortName, stateOf } from "./model.js";

const RANK = { error: 0, warning: 1, notice: 2 };
const box = byId("article");
const said = byId("figure");
let stops = [];  // the marked figures in order, for stepping
let at = -1;

// The marks of an article: [start, end, what was read, flag or null, what evidence says or null], none overlapping.
function marksOf(number) {
  const worst = new Map();
  for (const flag of flagsByArticle.get(number) || []) {
    const old = worst.get(flag.start);
    const current = flag === selected.flag;
    if (!old || current || (old !== selected.flag && RANK[flag.severity] < RANK[old.severity])) worst.set(flag.start, flag);
  }
  const marks = (articles[number].figures || []).map(([start, end, read, support]) => [start, end, read, worst.get(start) || null, support || null]);
  let end = 0;
  return marks.filter((mark) => mark[0] >= end && (end = mark[1]));
}

function against(number) {
  const flag = selected.flag;
  return new Set(flag ? flag.evidence.filter((spot) => spot.article === number).map((spot) => spot.start) : []);
}

function mark(text, [start, , read, flag, support], others) {
  const current = flag !== null && flag === selected.flag;
  const other = !current && others.has(start);
  const classes = ["fig"];
  if (flag) classes.push("flagged", flag.severity, stateOf(flag));
  if (current) classes.push("current");
  if (other) classes.push("other");
  if (support?.borne && !flag) classes.push("borne");
  const name = current || other ? "a" : flag ? "a" : "span";
  const attributes = { class: classes.join(" "), title: clean(read), "data-start": start };
  if (name === "a") {
    attributes.href = flag ? `#${flag.flag}` : "#";
    attributes["aria-current"] = current && "true";
    attributes.onclick = (event) => {
      event.preventDefault();
      if (flag) select(flag);
      else focusOn(selected.flag.start);
    };
  }
  const element = make(name, attributes, text);
  element.support = support;
  return element;
}

// The sentence of the evidence in which a figure stands, the figure in bold.
export function quoted(number) {
  const [, surface, sentence] = quotes[number];
  const found = sentence.indexOf(surface);
  const words = found < 0 ? [sentence] : [sentence.slice(0, found), make("b", {}, surface), sentence.slice(found + surface.length)];
  return make("span", { class: "around", dir: "auto" }, words);
}

function borneOut({ how, said, by }) {
  return make("span", { class: "quotes" }, `${how}${said ? ` (${said})` : ""}: `,
    by.map((number) => make("span", { class: "quote" }, apart(quotes[number][0]), " ", quoted(number))));
}

function line([number, begin, text, gap], marks, others) {
  const parts = [];
  let from = 0;
  for (const one of marks) {
    const [start, end] = [one[0] - begin, Math.min(one[1] - begin, text.length)];
    parts.push(text.slice(from, start), mark(text.slice(start, end), one, others));
    from = end;
  }
  parts.push(text.slice(from));
  const hashes = /^#{1,6} /.exec(text);
  if (hashes) parts[0] = parts[0].slice(hashes[0].length);
  const paragraph = make("p", { dir: "auto", "data-line": number, class: hashes && "heading" },
    hashes ? make("span", { class: "hashes" }, hashes[0]) : null, parts);
  return gap ? [make("p", { class: "gap soft" }, "… left out here …"), paragraph] : [paragraph];
}

// Whether a line is the rest of the paragraph above: text that was wrapped in its file.
function wrapped([, before, above], [, begin, text]) {
  const next = begin - before - above.length <= 2;
  return next && above.length > 50 && !/[.!?:;|"”’)]\s*$/.test(above) && !/^(?:[#>|•*-]|\d+[.)] |    )/.test(text);
}

function lines(number) {
  const { parts } = articles[number];
  const marks = marksOf(number);
  const others = against(number);
  let next = 0;
  return parts.flatMap((part, n) => {
    const first = next;
    while (next < marks.length && marks[next][0] < part[1] + part[2].length) next += 1;
    const made = line(part, marks.slice(first, next).filter((one) => one[0] >= part[1]), others);
    if (n && wrapped(parts[n - 1], part)) made[0].classList.add("goes-on");
    return made;
  });
}

function head(number) {
  const { id, title, date, publisher, copy } = articles[number];
  const facts = [publisher, date && new Date(`${date}T00:00`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })];
  return make("header", {},
    make("p", { class: "id" }, apart(shortName(id)), facts.filter(Boolean).map((fact) => apart(fact))),
    title && !(articles[number].parts || []).slice(0, 1).some((part) => part[2].includes(title)) ? make("h2", {}, apart(title)) : null,
    copy ? make("p", { class: "soft" }, "Repeats ", apart(shortName(copy)), ": the two count as one voice.") : null,
    (articles[number].figures || []).some((figure) => figure[3]?.borne) ? make("p", { class: "soft" }, "What the evidence bears out has a ", make("span", { class: "borne" }, "solid line"), "; choose a figure to read by which words.") : null);
}

export function showArticle(number, start) {
  const body = articles[number].parts ? lines(number) : [make("p", { class: "soft" }, "This article has no flag, and its text was left out of a large page.")];
  const long = body.length > 150;
  const back = selected.flag && selected.flag.article !== number
    ? make("p", { class: "elsewhere" }, "Set against the flagged figure. ", make("button", { type: "button", class: "quiet", onclick: () => showArticle(selected.flag.article, selected.flag.start) }, "Back to it"))
    : null;
  box.replaceChildren(...[back, head(number), make("div", { class: long ? "text long" : "text" }, body)].filter(Boolean));
  stops = [...box.querySelectorAll(".fig")];
  at = -1;
  said.textContent = "";
  focusOn(start);
}

// Bring the figure at `start` into view, and say how it was read.
function focusOn(start) {
  go(stops.findIndex((element) => Number(element.dataset.start) === start));
}

function go(to) {
  if (to < 0 || to >= stops.length) return;
  if (stops[at]) stops[at].classList.remove("here");
  at = to;
  stops[at].classList.add("here");
  center(stops[at]);
  requestAnimationFrame(() => center(stops[at]));  // lines out of sight get their true height only now
  const { support } = stops[at];
  said.replaceChildren(`${stops[at].textContent}: ${stops[at].title}`, ...(support ? [borneOut(support)] : []));
}

// Only the article scrolls; on a phone it is part of the page, and `jump` goes there.
export function jump() {
  if (getComputedStyle(box).overflowY === "visible") stops[at]?.scrollIntoView({ block: "center" });
}

function center(element) {
  if (!element || box.scrollHeight <= box.clientHeight) return;
  const [own, around] = [element.getBoundingClientRect(), box.getBoundingClientRect()];
  box.scrollTop += own.top - around.top - Math.max(60, (box.clientHeight - own.height) / 2.6);
}

export const step = (steps) => go(Math.min(stops.length - 1, Math.max(0, at + steps)));

export function setUpArticle() {
  box.addEventListener("click", (event) => {
    const figure = event.target.closest("span.fig");
    if (figure) go(stops.indexOf(figure));
  });
  on("select", (flag) => showArticle(flag.article, flag.start));
  on("verdict", (flag) => {
    for (const element of box.querySelectorAll(`a.flagged[href="#${CSS.escape(flag.flag)}"]`)) {
      element.classList.remove("open", "wrong", "fine");
      element.classList.add(stateOf(flag));
    }
  });
}

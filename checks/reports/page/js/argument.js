// A flag in full: the sum, what was expected, what it rests on, its picture, its verdict.

import { apart, byId, drawing, make } from "./dom.js";
import { jump, quoted, showArticle } from "./article.js";
import { articles, live, noteOf, on, placeOf, quotes, rules, shortName, stateOf, verdictOf } from "./model.js";
import { decide, writeNote } from "./verdicts.js";

const box = byId("argument");
const VERDICTS = [["open", "Open", "o"], ["wrong", "Wrong", "w"], ["fine", "Fine", "f"]];

const row = (name, ...value) => make("div", {}, make("dt", {}, name), make("dd", {}, ...value));

function facts(flag) {
  return make("dl", { class: "facts" },
    row("Printed", apart(flag.surface, { class: "number" })),
    flag.expected ? row("Would agree", apart(flag.expected, { class: "number" })) : null,
    row("Stands in", apart(`${placeOf(flag)}:${flag.column}`)),
    row("Confidence", flag.confidence.toFixed(2)));
}

function spot(one, flag) {
  const here = one.article >= 0;
  const name = here ? shortName(articles[one.article].id) : one.name;
  const figure = here
    ? make("a", { href: "#", class: "number", onclick: (event) => { event.preventDefault(); showArticle(one.article, one.start); jump(); } }, apart(one.surface))
    : apart(one.surface, { class: "number" });
  return make("li", {}, figure, " ", apart(`${name}:${one.line}`, { class: "soft" }), here && !(one.article === flag.article && one.line === flag.line) ? around(one) : null, !here && one.quote >= 0 ? quoted(one.quote) : null);
}

// What the evidence says of the flagged figure, where that is not among what it is set against.
function support(flag) {
  if (!flag.support) return null;
  const given = new Set(flag.evidence.map((one) => one.quote));
  const rest = flag.support.by.filter((number) => !given.has(number));
  if (!rest.length) return null;
  return make("section", {}, make("h3", {}, "In the evidence"),
    make("p", { class: "soft hint" }, flag.support.how, ":", flag.support.said ? ` ${flag.support.said}` : null),
    make("ol", { class: "evidence" }, rest.map((number) => make("li", {}, apart(quotes[number][1], { class: "number" }), " ", apart(quotes[number][0], { class: "soft" }), quoted(number)))));
}

// The words around a figure in its article.
function around(one) {
  const part = (articles[one.article].parts || []).find(([, begin, text]) => one.start >= begin && one.start < begin + text.length);
  if (!part) return null;
  const [, begin, text] = part;
  const [start, end] = [one.start - begin, one.end - begin];
  const [from, to] = [Math.max(0, start - 90), Math.min(text.length, end + 90)];
  const left = from ? `…${text.slice(from, start).replace(/^\S*\s/, "")}` : text.slice(from, start);
  const right = to < text.length ? `${text.slice(end, to).replace(/\s\S*$/, "")}…` : text.slice(end, to);
  return make("p", { class: "around", dir: "auto" }, left, make("b", {}, text.slice(start, end)), right);
}

export function pictures(flag) {
  const caption = "Dots are the values as printed or reckoned, bars what their wording allows. The band is the flagged one’s.";
  const plot = flag.plot && make("figure", {}, drawing(flag.plot), make("figcaption", {}, caption));
  const over = flag.tolls && make("figure", {}, drawing(flag.tolls), make("figcaption", {}, "The total by the date of the article."));
  return [over || null, plot || null];
}

function verdict(flag) {
  const state = stateOf(flag);
  const odd = verdictOf(flag) && state === "open" ? `${verdictOf(flag)} (no verdict: counts as open)` : null;
  if (!live) {
    const note = noteOf(flag);
    return make("section", { class: "decision" },
      make("p", {}, make("span", { class: `verdict ${state}` }, odd || state), note ? make("span", { class: "note" }, apart(note)) : null),
      note || state !== "open" ? null : make("p", { class: "soft hint" }, "Verdicts are given with ", make("code", {}, "python -m checks review"), "."));
  }
  const buttons = VERDICTS.map(([name, title, key]) => make("button", {
    type: "button", class: `choice ${name}`, "aria-pressed": String(state === name), "aria-keyshortcuts": key, onclick: () => decide(flag, name === "open" ? "" : name),
  }, title, make("kbd", { "aria-hidden": "true" }, key)));
  const note = make("textarea", { id: "note", rows: 2, maxlength: 5000, placeholder: "Note" , "aria-label": "Note", "aria-keyshortcuts": "n" });
  note.value = noteOf(flag);
  note.addEventListener("change", () => writeNote(flag, note.value));
  note.addEventListener("keydown", (event) => {
    if (event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey))) note.blur();
  });
  return make("section", { class: "decision" },
    make("div", { class: "choices", role: "group", "aria-label": "Verdict" }, buttons),
    odd ? make("p", { class: "soft" }, odd) : null, note);
}

export function showArgument(flag) {
  const evidence = flag.evidence.length
    ? make("section", {}, make("h3", {}, "Set against"), make("ol", { class: "evidence" }, flag.evidence.map((one) => spot(one, flag)))) : null;
  box.replaceChildren(...[
    make("p", { class: `kind ${flag.severity}` }, make("span", { class: "glyph", "aria-hidden": "true" }), make("b", {}, flag.severity), " ", make("span", { class: "rule", title: rules[flag.check] || "" }, flag.check)),
    make("h2", { class: "sum" }, apart(flag.message)),
    verdict(flag), facts(flag), ...pictures(flag), evidence, support(flag),
    rules[flag.check] ? make("p", { class: "about soft" }, make("b", {}, flag.check), ": ", rules[flag.check]) : null,
  ].filter(Boolean));
  box.scrollTop = 0;
}

export function setUpArgument() {
  let current = null;
  on("select", (flag) => { current = flag; showArgument(flag); });
  on("verdict", (flag) => {
    // a note being written stays as it is
    if (flag === current && document.activeElement?.id !== "note") refresh(flag);
  });
}

function refresh(flag) {
  const focused = document.activeElement?.closest(".choice")?.className;
  const fresh = verdict(flag);
  box.querySelector(".decision").replaceWith(fresh);
  if (focused) [...fresh.querySelectorAll(".choice")].find((button) => button.className === focused)?.focus();
}

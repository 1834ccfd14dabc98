// On paper there is no list to click through: the flags shown, one after the other, with their sentences.

import { apart, make } from "./dom.js";
import { pictures } from "./argument.js";
import { found } from "./filters.js";
import { articles, noteOf, placeOf, quotes, stateOf } from "./model.js";

function sentence(flag) {
  const at = flag.sentence.indexOf(flag.surface);
  if (at < 0) return make("blockquote", {}, flag.sentence);
  return make("blockquote", {}, flag.sentence.slice(0, at), make("mark", {}, flag.surface), flag.sentence.slice(at + flag.surface.length));
}

function entry(flag) {
  const against = flag.evidence.map((spot) => `${spot.article >= 0 ? articles[spot.article].id : spot.name}:${spot.line} “${spot.surface}”`);
  const note = noteOf(flag);
  return make("article", { class: `printed ${flag.severity}` },
    make("p", { class: "place" }, apart(placeOf(flag)), ` · ${flag.severity} · ${flag.check} · ${stateOf(flag)}`),
    make("h2", {}, apart(flag.message)), sentence(flag),
    flag.expected ? make("p", {}, "Would agree: ", apart(flag.expected)) : null,
    against.length ? make("p", {}, "Set against: ", apart(against.join(" | "))) : null,
    flag.support ? make("p", {}, flag.support.how, ": ", apart(flag.support.by.map((number) => `${quotes[number][0]} “${quotes[number][2]}”`).join(" | "))) : null,
    note ? make("p", {}, "Note: ", apart(note)) : null, pictures(flag));
}

export function setUpPrinting() {
  let paper = null;
  window.addEventListener("beforeprint", () => {
    paper?.remove();
    paper = make("section", { class: "paper" }, found.flags.map(entry));
    // the same drawing is on the page already: its ids must not stand twice
    for (const element of paper.querySelectorAll("svg [id]")) element.id = `paper-${element.id}`;
    for (const svg of paper.querySelectorAll("svg[aria-labelledby]")) svg.setAttribute("aria-labelledby", svg.getAttribute("aria-labelledby").replace(/(\S+)/g, "paper-$1"));
    document.body.append(paper);
  });
  window.addEventListener("afterprint", () => { paper?.remove(); paper = null; });
}

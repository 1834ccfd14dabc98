// What the page knows: articles and flags as given, verdicts as they are now, and what is selected.

import { byId } from "./dom.js";

const given = JSON.parse(byId("data").textContent);
export const articles = given.articles;
export const flags = given.flags;
export const rules = given.rules;
export const quotes = given.quotes;  // [place, figure, sentence] of evidence
export const live = document.body.dataset.live;

// flag id -> [verdict, note]; absent where both are empty
const verdicts = new Map(Object.entries(JSON.parse(byId("verdicts").textContent)));

export const flagsById = new Map(flags.map((flag) => [flag.flag, flag]));
export const flagsByArticle = new Map();
for (const flag of flags) {
  if (!flagsByArticle.has(flag.article)) flagsByArticle.set(flag.article, []);
  flagsByArticle.get(flag.article).push(flag);
}

export const verdictOf = (flag) => (verdicts.get(flag.flag) || ["", ""])[0];
export const noteOf = (flag) => (verdicts.get(flag.flag) || ["", ""])[1];
// what is no verdict counts as open, as in a run
export const stateOf = (flag) => (["wrong", "fine"].includes(verdictOf(flag)) ? verdictOf(flag) : "open");

export function setVerdict(id, verdict, note) {
  verdicts.set(id, [verdict, note]);
  const flag = flagsById.get(id);
  if (!flag) return;
  flag.text = null;
  emit("verdict", flag);
}

// The folder that all articles lie in is said once, above.
const common = document.body.dataset.folder;
export const shortName = (id) => (common && id.startsWith(`${common}/`) ? id.slice(common.length + 1) : id);

export const placeOf = (flag) => `${articles[flag.article].id}:${flag.line}`;

// what a search looks through
export function textOf(flag) {
  flag.text ??= [flag.message, flag.surface, flag.sentence, flag.check, placeOf(flag), flag.expected, noteOf(flag)]
    .join("\n").toLowerCase();
  return flag.text;
}

export const selected = { flag: null };

export function select(flag) {
  if (flag === selected.flag) return;
  selected.flag = flag;
  emit("select", flag);
}

const listeners = {};

export function on(event, listener) {
  (listeners[event] ??= []).push(listener);
}

export function emit(event, detail) {
  for (const listener of listeners[event] || []) listener(detail);
}

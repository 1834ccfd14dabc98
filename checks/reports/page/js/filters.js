// Which flags are shown, in which order.

import { byId, clean, many } from "./dom.js";
import { articles, emit, flags, on, shortName, stateOf, textOf } from "./model.js";

const SEVERITIES = ["error", "warning", "notice"];
const chosen = { words: [], severities: new Set(SEVERITIES), verdict: "", rule: "", article: "", order: "severity" };
export const found = { flags };

const ORDERS = {
  severity: (a, b) => a.nth - b.nth,
  article: (a, b) => a.article - b.article || a.start - b.start,
  confidence: (a, b) => b.confidence - a.confidence || a.nth - b.nth,
};
flags.forEach((flag, nth) => { flag.nth = nth; });

function passes(flag) {
  return chosen.severities.has(flag.severity)
    && (!chosen.verdict || stateOf(flag) === chosen.verdict)
    && (!chosen.rule || flag.check === chosen.rule)
    && (chosen.article === "" || flag.article === Number(chosen.article))
    && chosen.words.every((word) => textOf(flag).includes(word));
}

export function refilter() {
  const shown = flags.filter(passes);
  found.flags = shown;
  if (chosen.order !== "severity") shown.sort(ORDERS[chosen.order]);
  const all = shown.length === flags.length;
  byId("count").textContent = all ? many(flags.length, "flag") : `${shown.length.toLocaleString("en")} of ${many(flags.length, "flag")}`;
  byId("reset").hidden = all;
  emit("filtered");
}

function options(select, counts, name) {
  for (const [value, count] of counts) {
    const option = document.createElement("option");
    option.value = value;
    option.textContent = `${clean(name(value))} (${count})`;
    select.append(option);
  }
}

function counted(key) {
  const counts = new Map();
  for (const flag of flags) counts.set(flag[key], (counts.get(flag[key]) || 0) + 1);
  return [...counts].sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

export function onlyArticle(number) {
  byId("by-article").value = chosen.article = String(number);
  refilter();
}

function reset() {
  Object.assign(chosen, { words: [], severities: new Set(SEVERITIES), verdict: "", rule: "", article: "" });
  for (const id of ["search", "by-verdict", "by-rule", "by-article"]) byId(id).value = "";
  for (const chip of document.querySelectorAll(".chip")) chip.setAttribute("aria-pressed", "true");
  refilter();
}

export function setUpFilters() {
  const by = counted("severity");
  options(byId("by-rule"), counted("check"), (rule) => rule);
  options(byId("by-article"), counted("article").sort((a, b) => a[0] - b[0]), (number) => shortName(articles[number].id));
  for (const chip of document.querySelectorAll(".chip")) {
    const { severity } = chip.dataset;
    chip.querySelector(".n").textContent = (by.find(([name]) => name === severity) || [0, 0])[1];
    chip.addEventListener("click", () => {
      const pressed = !chosen.severities.delete(severity);
      if (pressed) chosen.severities.add(severity);
      chip.setAttribute("aria-pressed", String(pressed));
      refilter();
    });
  }
  byId("search").addEventListener("input", (event) => {
    chosen.words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
    refilter();
  });
  for (const key of ["verdict", "rule", "article", "order"]) {
    byId(`by-${key}`).addEventListener("change", (event) => { chosen[key] = event.target.value; refilter(); });
  }
  byId("reset").addEventListener("click", () => { reset(); byId("search").focus(); });
  document.querySelector("form[role=search]").addEventListener("submit", (event) => event.preventDefault());
  on("verdict", () => { if (chosen.verdict) refilter(); });
}

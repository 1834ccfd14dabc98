// The corpus: its articles as a table beside the strip, and each rule with what people made of its flags.

import { apart, byId, many, make, percent } from "./dom.js";
import { onlyArticle } from "./filters.js";
import { articles, flags, on, shortName, stateOf } from "./model.js";

const MOST = 300;
const cells = (name, values) => values.map((value, n) => make(name, n ? { class: "n", scope: name === "th" && "col" } : { scope: name === "th" && "col" }, value));

function table(heads, rows, name) {
  return make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": name },
    make("table", {}, make("thead", {}, make("tr", {}, cells("th", heads))), make("tbody", {}, rows)));
}

function articleTable(show) {
  const flagged = (number) => articles[number].counts.slice(3).reduce((sum, n) => sum + n, 0);
  const order = articles.map((_, number) => number).sort((a, b) => flagged(b) - flagged(a) || a - b);
  const rows = order.slice(0, MOST).map((number) => {
    const { id, date, counts: [figures, checkable, sourced, ...by] } = articles[number];
    const name = flagged(number)
      ? make("button", { type: "button", class: "link", onclick: () => show(number) }, apart(shortName(id))) : apart(shortName(id));
    return make("tr", {}, cells("td", [name, date || "–", String(figures), `${percent(sourced, checkable)}`, ...by.map((n) => (n ? String(n) : "·"))]));
  });
  const left = order.length - rows.length;
  return [table(["Article", "Date", "Figures", "Sourced", "Errors", "Warnings", "Notices"], rows, "Articles"),
    left > 0 ? make("p", { class: "soft" }, `${many(left, "article")} with fewer flags left out.`) : ""];
}

function ruleTable() {
  const counts = new Map();
  for (const flag of flags) {
    if (!counts.has(flag.check)) counts.set(flag.check, { wrong: 0, fine: 0, open: 0 });
    counts.get(flag.check)[stateOf(flag)] += 1;
  }
  const rows = [...counts].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([check, { wrong, fine, open }]) => make("tr", {},
    cells("td", [check, String(wrong), String(fine), String(open), percent(wrong, wrong + fine)])));
  return table(["Rule", "Wrong", "Fine", "Open", "Precision"], rows, "Rules");
}

export function setUpCorpus(show) {
  const only = (number) => { onlyArticle(number); show(); };
  let stale = true;
  on("verdict", () => { stale = true; });
  for (const bar of document.querySelectorAll("svg.strip [data-article]")) {
    const number = Number(bar.dataset.article);
    if (articles[number].counts.slice(3).some(Boolean)) {
      bar.classList.add("link");
      bar.addEventListener("click", () => only(number));
    }
  }
  return () => {
    if (!stale) return;
    stale = false;
    byId("articles").replaceChildren(...articleTable(only));
    byId("rules").replaceChildren(ruleTable());
  };
}

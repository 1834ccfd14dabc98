// Keys for those who go through many flags.

import { byId } from "./dom.js";
import { jump, step } from "./article.js";
import { move } from "./list.js";
import { live, select, selected } from "./model.js";
import { decide, undo } from "./verdicts.js";

function mark(verdict) {
  const flag = selected.flag;
  if (!flag) return;
  move(1);
  decide(flag, verdict);
}

function note() {
  byId("note")?.focus();
}

const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  ".": () => { step(1); jump(); },
  ",": () => { step(-1); jump(); },
  "/": () => { byId("search").focus(); byId("search").select(); },
  "?": () => byId("keys").showModal(),
};
const VERDICT_KEYS = {
  w: () => mark("wrong"),
  f: () => mark("fine"),
  o: () => selected.flag && decide(selected.flag, ""),
  u: () => { const flag = undo(); if (flag) select(flag); },
  n: note,
};

export function setUpKeys(showFlags) {
  const keys = live ? { ...KEYS, ...VERDICT_KEYS } : KEYS;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || byId("keys").open) return;
    const field = event.target.closest?.("input, textarea, select");
    if (event.key === "Escape" && field) return field.blur();
    if (field || !byId("single").checked || !(event.key in keys)) return;
    event.preventDefault();
    if (event.key !== "?") showFlags();
    keys[event.key]();
  });
  byId("show-keys").addEventListener("click", KEYS["?"]);
}

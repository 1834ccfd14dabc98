// Verdicts and notes on their way to flags.csv, and what others write there on its way back.

import { byId, say } from "./dom.js";
import { flagsById, live, noteOf, setVerdict, verdictOf } from "./model.js";

const WAIT = 3000;
const done = [];  // [flag, verdict before], the last one last
const sent = new Map();  // flag id -> how many decisions on it are on their way
let queue = Promise.resolve();
let version = 0;

function problem(text) {
  byId("problem").textContent = text;
  byId("problem").hidden = !text;
}

async function ask(path, body) {
  const answer = await fetch(path, body && { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), keepalive: true });
  return [answer.status, await answer.json()];
}

function put(flag, verdict, note) {
  const seen = { verdict: verdictOf(flag), note: noteOf(flag) };
  setVerdict(flag.flag, verdict, note);  // at once; taken back where the server says otherwise
  sent.set(flag.flag, (sent.get(flag.flag) || 0) + 1);
  queue = queue.then(async () => {
    const [status, said] = await ask("verdict", { flag: flag.flag, verdict, note, seen, since: version })
      .finally(() => sent.set(flag.flag, sent.get(flag.flag) - 1));
    if (status === 200) return take(said);
    if (status === 409) {
      setVerdict(flag.flag, said.verdict, said.note);
      return problem(`${live} was changed meanwhile: “${flag.surface}” is ${said.verdict || "open"}${said.note ? ` there, with the note “${said.note}”` : " there"}. Decide again to replace that.`);
    }
    return problem(said.error || "The verdict could not be saved.");
  }).catch(() => problem("The review has ended: start it again with python -m checks review. What you decide now is not saved."));
  return queue;
}

function take(said) {
  version = said.version;
  for (const [id, [verdict, note]] of Object.entries(said.changed || {})) {
    const flag = flagsById.get(id);
    const same = flag && verdictOf(flag) === verdict && noteOf(flag) === note;
    if (!same && !sent.get(id)) setVerdict(id, verdict, note);
  }
  problem(said.problem || "");
}

export function decide(flag, verdict) {
  if (!live || verdictOf(flag) === verdict) return;
  done.push([flag.flag, verdictOf(flag)]);
  put(flag, verdict, noteOf(flag));
  say(`${flag.surface}: ${verdict || "open"}`);
}

export function writeNote(flag, note) {
  if (live && note !== noteOf(flag)) put(flag, verdictOf(flag), note);
}

// The flag whose verdict was taken back, or null.
export function undo() {
  const last = done.pop();
  if (!last) {
    say("nothing to undo");
    return null;
  }
  const flag = flagsById.get(last[0]);
  put(flag, last[1], noteOf(flag));
  say(`${flag.surface}: ${last[1] || "open"} again`);
  return flag;
}

async function look() {
  if (document.hidden) return;
  try {
    const [status, said] = await ask(`state?since=${version}`);
    if (status === 200) take(said);
  } catch {
    problem("The review has ended: start it again with python -m checks review. What you decide now is not saved.");
  }
}

export function setUpVerdicts() {
  if (!live) return;
  setInterval(() => { queue = queue.then(look); }, WAIT);
  document.addEventListener("visibilitychange", () => { queue = queue.then(look); });
}

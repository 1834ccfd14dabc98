// Putting the parts together.

import { byId } from "./dom.js";
import { setUpArgument } from "./argument.js";
import { setUpArticle } from "./article.js";
import { setUpCorpus } from "./corpus.js";
import { refilter, setUpFilters } from "./filters.js";
import { setUpKeys } from "./keys.js";
import { setUpList } from "./list.js";
import { flags, flagsById, on, select } from "./model.js";
import { setUpPrinting } from "./printing.js";
import { setUpVerdicts } from "./verdicts.js";

function view(name) {
  for (const other of ["flags", "corpus"]) {
    byId(other).hidden = other !== name;
    byId(`show-${other}`).setAttribute("aria-pressed", String(other === name));
  }
}

// On a narrow screen list and flag take turns.
const narrow = matchMedia("(max-width: 720px)");
const reading = (on) => document.body.classList.toggle("reads", on);

function read(byKey) {
  reading(true);
  if (narrow.matches) scrollTo(0, 0);
  if (byKey || narrow.matches) byId("argument").focus({ preventScroll: true });
}

const drawCorpus = setUpCorpus(() => view("flags"));
setUpFilters();
setUpArticle();
setUpArgument();
setUpList(read);
setUpVerdicts();
setUpPrinting();
setUpKeys(() => view("flags"));
byId("show-flags").addEventListener("click", () => view("flags"));
byId("show-corpus").addEventListener("click", () => { drawCorpus(); view("corpus"); });
byId("back").addEventListener("click", () => { reading(false); byId("list").focus(); });
on("select", (flag) => history.replaceState(null, "", `#${flag.flag}`));

const asked = flagsById.get(decodeURIComponent(location.hash.slice(1)));
refilter();
if (flags.length) select(asked || flags[0]);
document.body.classList.add("ready");

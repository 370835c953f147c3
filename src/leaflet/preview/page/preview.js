// The page as a whole: what is chosen, and what the preview tells of it.

import { Findings, counted } from "./findings.js";
import { List } from "./list.js";
import { Pages } from "./pages.js";
import { Switches } from "./switches.js";

const at = (id) => document.getElementById(id);
const time = (age = 0) =>
  new Date(Date.now() - age * 1000).toLocaleTimeString([], { timeStyle: "medium" });

const list = new List(at("list"), at("filter"), at("matches"), (name) => choose({ monograph: name }));
const switches = new Switches(at("switches"), (chosen) => choose(chosen));
const pages = new Pages(at("sheets"), at("pdf"));
const findings = new Findings(at("findings"), at("told"), at("clean"));

let catalogue = { monographs: [], findings: [] };
let choice = read();
let stream = null;
let slow = 0;

/** What the address of the page says is chosen. */
function read() {
  const asked = new URLSearchParams(location.search);
  return {
    monograph: asked.get("monograph"),
    kind: asked.get("kind"),
    styles: asked.getAll("style"),
    paper: asked.get("paper"),
  };
}

function address({ monograph, kind, styles, paper }) {
  const query = new URLSearchParams({ monograph, kind, paper });
  for (const style of styles) query.append("style", style);
  return `?${query}`;
}

/** Look at something else; the address says what, so that reloading and going back work. */
function choose(changed) {
  choice = { ...choice, ...changed };
  history.pushState(null, "", address(choice));
  turn();
}

addEventListener("popstate", () => {
  choice = read();
  turn();
});

/** Leave what was looked at. */
function turn() {
  pages.clear();
  markStale(null);
  attend();
}

/** Fetch what can be chosen, and choose what is not chosen yet. */
async function stock() {
  const answer = await fetch("catalogue");
  catalogue = await answer.json();
  if (catalogue.findings.length) findings.show(catalogue.findings);
  if (!catalogue.chosen) return;
  list.fill(catalogue.monographs);
  switches.fill(catalogue);
  const first = catalogue.monographs[0]?.name;
  if (!choice.kind) choice = { ...choice, ...catalogue.chosen };
  if (!choice.monograph && first) choice = { ...choice, monograph: first };
  history.replaceState(null, "", address(choice));
  mark();
}

/** Show what is chosen. */
function mark() {
  const chosen = catalogue.monographs.find((each) => each.name === choice.monograph);
  if (chosen) at("title").textContent = chosen.title;
  list.mark(choice.monograph);
  switches.mark(choice);
}

/** Be told of what is chosen, from now on; the stream comes back by itself when it is cut. */
function attend() {
  stream?.close();
  mark();
  stream = new EventSource(`events${address(choice)}`);
  const on = (name, act) => stream.addEventListener(name, (event) => act(JSON.parse(event.data)));
  on("printing", ({ last }) => {
    state("printing");
    if (last) pages.show(last, at("title").textContent);
    // A usual print is told when it is done; what takes longer must not look as if it were.
    slow = setTimeout(say, 1500, "Printing …");
  });
  on("printed", printed);
  on("failed", failed);
  on("catalogue", stock);
  stream.addEventListener("error", () => {
    state("lost");
    say("No connection: the preview has ended. Start `leaflet preview` again.");
  });
}

function printed({ print, findings: found, took }) {
  pages.show(print, at("title").textContent);
  findings.show(found);
  markStale(null);
  state("printed");
  const number = counted(print.sizes.length, "page");
  say(`Printed at ${time()} in ${took.toFixed(1)} s: ${number}, ${findings.summary}.`);
}

function failed({ last, findings: found }) {
  findings.show(found);
  if (last) pages.show(last, at("title").textContent);
  const since = last ? `Not printed since ${time(last.age)}.` : "Not printed.";
  markStale(last && `${since} These pages are the last good print, not what is saved now.`);
  at("empty").hidden = Boolean(last);
  state("failed");
  say(`${since} ${findings.summary}.`);
}

/** Mark the pages as what is not saved any more, in these words; without words they are good. */
function markStale(words) {
  document.body.classList.toggle("stale", Boolean(words));
  at("notice").hidden = !words;
  at("notice").textContent = words ?? "";
  at("empty").hidden = true;
}

function state(name) {
  clearTimeout(slow);
  document.body.dataset.state = name;
  at("pages").ariaBusy = String(name === "printing");
  const told = { failed: "not printed: ", lost: "ended: " }[name] ?? "";
  document.title = `${told}${at("title").textContent} – leaflet preview`;
}

function say(text) {
  at("status").textContent = text;
}

await stock();
attend();

// The page as a whole: what is selected, and the events of the preview server.

import { Findings, counted } from "./findings.js";
import { List } from "./list.js";
import { Pages } from "./pages.js";
import { Switches } from "./switches.js";

const byId = (id) => document.getElementById(id);
const time = (age = 0) =>
  new Date(Date.now() - age * 1000).toLocaleTimeString([], { timeStyle: "medium" });

const list = new List(byId("list"), byId("filter"), byId("matches"), (name) => select({ monograph: name }));
const switches = new Switches(byId("switches"), select);
const pages = new Pages(byId("sheets"), byId("pdf"));
const findings = new Findings(byId("findings"), byId("findings-title"), byId("no-findings"));

let options = { monographs: [], findings: [] };
let ofPrint = null;
let selection = fromAddress();
let stream = null;
let slow = 0;

/** The selection in the address of the page. */
function fromAddress() {
  const query = new URLSearchParams(location.search);
  return {
    monograph: query.get("monograph"),
    kind: query.get("kind"),
    styles: query.getAll("style"),
    paper: query.get("paper"),
    since: query.get("since") ?? "no marks",
  };
}

function toQuery({ monograph, kind, styles, paper, since }) {
  const query = new URLSearchParams({ monograph, kind, paper, since: since ?? "no marks" });
  for (const style of styles) query.append("style", style);
  return `?${query}`;
}

/** Show something else; the address holds the selection, so that reloading and going back work. */
function select(changed) {
  const paperOf = (kind) => options.kinds?.find((each) => each.name === kind)?.paper;
  // Another kind brings its own paper, unless another one than that of its project was chosen.
  if (changed.kind && changed.kind !== selection.kind && changed.paper === paperOf(selection.kind)) {
    changed.paper = paperOf(changed.kind);
  }
  selection = { ...selection, ...changed };
  history.pushState(null, "", toQuery(selection));
  showSelection();
}

addEventListener("popstate", () => {
  selection = fromAddress();
  showSelection();
});

function showSelection() {
  pages.clear();
  markStale(null);
  subscribe();
}

/** Fetch what can be selected, and fill in what is not selected yet. */
async function loadOptions() {
  const response = await fetch("options");
  options = await response.json();
  if (options.findings.length || ofPrint) showFindings();
  if (!options.selected) return;
  list.fill(options.monographs);
  switches.fill(options);
  const first = options.monographs[0]?.name;
  if (!selection.kind) selection = { ...selection, ...options.selected };
  if (!selection.monograph && first) selection = { ...selection, monograph: first };
  history.replaceState(null, "", toQuery(selection));
  markSelection();
}

function markSelection() {
  const selected = options.monographs.find((each) => each.name === selection.monograph);
  if (selected) byId("title").textContent = selected.title;
  list.mark(selection.monograph);
  switches.mark(selection);
}

/** Open the event stream of the selection; the browser reopens it if it is cut. */
function subscribe() {
  stream?.close();
  markSelection();
  stream = new EventSource(`events${toQuery(selection)}`);
  const on = (name, act) => stream.addEventListener(name, (event) => act(JSON.parse(event.data)));
  on("printing", ({ last }) => {
    setState("printing");
    if (last) pages.show(last, byId("title").textContent);
    // A quick print is reported when it is done; a slow one must not look finished.
    slow = setTimeout(setStatus, 1500, "Printing …");
  });
  on("printed", printed);
  on("failed", failed);
  on("options", loadOptions);
  stream.addEventListener("error", () => {
    setState("lost");
    setStatus("No connection: the preview has ended. Start `leaflet preview` again.");
  });
}

/** List what is wrong with the settings, and with the print, each once. */
function showFindings() {
  const all = [...options.findings, ...(ofPrint ?? [])];
  const key = ({ code, message, file, line, column }) => [code, message, file, line, column].join("\0");
  findings.show([...new Map(all.map((each) => [key(each), each])).values()]);
}

function printed({ print, findings: found, took }) {
  pages.show(print, byId("title").textContent);
  ofPrint = found;
  showFindings();
  markStale(null);
  setState("printed");
  const number = counted(print.sizes.length, "page");
  setStatus(`Printed at ${time()} in ${took.toFixed(1)} s: ${number}, ${findings.summary}.`);
}

function failed({ last, findings: found }) {
  ofPrint = found;
  showFindings();
  if (last) pages.show(last, byId("title").textContent);
  const since = last ? `Not printed since ${time(last.age)}.` : "Not printed.";
  markStale(last && `${since} These pages are the last good print, not what is saved now.`);
  byId("empty").hidden = Boolean(last);
  setState("failed");
  setStatus(`${since} ${findings.summary}.`);
}

/** Mark the pages as outdated, with this notice; without one, as current. */
function markStale(notice) {
  document.body.classList.toggle("stale", Boolean(notice));
  byId("notice").hidden = !notice;
  byId("notice").textContent = notice ?? "";
  byId("empty").hidden = true;
}

function setState(name) {
  clearTimeout(slow);
  document.body.dataset.state = name;
  byId("pages").ariaBusy = String(name === "printing");
  const prefix = { failed: "not printed: ", lost: "ended: " }[name] ?? "";
  document.title = `${prefix}${byId("title").textContent} – leaflet preview`;
}

function setStatus(text) {
  byId("status").textContent = text;
}

await loadOptions();
subscribe();

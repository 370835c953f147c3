// The monographs: a list that can be filtered and navigated with the arrow keys.

/** Monographs shown at once: a browser takes seconds to lay out thousands. */
const MAX_SHOWN = 250;

export class List {
  constructor(list, filter, matches, select) {
    Object.assign(this, { list, filter, matches, select });
    this.monographs = [];
    this.rows = new Map();
    this.selected = "";
    this.tabStop = null;
    filter.addEventListener("input", () => this.update());
    list.closest("nav").addEventListener("keydown", (event) => this.navigate(event));
    list.addEventListener("click", (event) => this.click(event));
    list.addEventListener("focusin", (event) => this.#setTabStop(event.target.closest("a")));
    addEventListener("keydown", (event) => {
      const typing = event.target.matches("input:not([type=radio], [type=checkbox])");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      filter.focus();
      filter.select();
    });
  }

  /** List the monographs; rows that are there already stay, and so does the focus. */
  fill(monographs) {
    this.monographs = monographs.map((each) => ({
      ...each,
      text: fold(`${each.folder}/${each.file} ${each.title}`),
    }));
    this.update();
  }

  mark(name) {
    this.selected = name;
    for (const row of this.list.children) this.#mark(row);
    const link = this.rows.get(name)?.firstChild;
    if (document.activeElement !== link) link?.scrollIntoView({ block: "nearest" });
    this.resetTabStop();
  }

  /** Show the monographs whose name or folder contains every word of the filter. */
  update() {
    const words = fold(this.filter.value).split(/\s+/).filter(Boolean);
    const found = this.monographs.filter(({ text }) => words.every((word) => text.includes(word)));
    const number = this.monographs.length;
    const count = words.length ? `${found.length} of ${number}` : `${number} in all`;
    this.matches.textContent = found.length > MAX_SHOWN ? `${count}; the first ${MAX_SHOWN} are listed` : count;
    this.#show(found.slice(0, MAX_SHOWN));
    this.resetTabStop();
  }

  #show(found) {
    const focused = document.activeElement;
    const rows = found.map((each) => {
      const row = this.rows.get(each.name) ?? makeRow(each);
      this.rows.set(each.name, row);
      this.#mark(row);
      return row;
    });
    this.list.replaceChildren(...rows);
    if (this.list.contains(focused)) focused.focus({ preventScroll: true });
  }

  #mark(row) {
    const link = row.firstChild;
    if (row.dataset.name === this.selected) link.ariaCurrent = "true";
    else link.removeAttribute("aria-current");
  }

  /** Tab enters the list at the selected monograph, or else at the first. */
  resetTabStop() {
    const shown = this.shown();
    this.#setTabStop(shown.find((link) => link.ariaCurrent) ?? shown[0]);
  }

  /** Make one link of the list, and no other, reachable with Tab. */
  #setTabStop(link) {
    if (this.tabStop) this.tabStop.tabIndex = -1;
    if (link) link.tabIndex = 0;
    this.tabStop = link;
  }

  shown() {
    return [...this.list.children].map((row) => row.firstChild);
  }

  navigate(event) {
    const shown = this.shown();
    const here = shown.indexOf(document.activeElement);
    const last = shown.length - 1;
    const inFilter = event.target === this.filter;
    const targets = { ArrowDown: here + 1, ArrowUp: here - 1, PageDown: here + 10, PageUp: here - 10 };
    if (!inFilter) Object.assign(targets, { Home: 0, End: last });
    if (event.key === "Enter" && inFilter) {
      shown[0]?.click();
    } else if (event.key in targets && last >= 0 && !(inFilter && here - targets[event.key] > 0)) {
      event.preventDefault();
      if (targets[event.key] < 0 && event.key === "ArrowUp") this.filter.focus();
      else shown[Math.max(0, Math.min(last, targets[event.key]))].focus();
    }
  }

  click(event) {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.select(link.parentElement.dataset.name);
  }
}

function makeRow({ name, title, file, folder }) {
  const row = document.createElement("li");
  const link = document.createElement("a");
  row.dataset.name = name;
  link.tabIndex = -1;
  link.href = `?${new URLSearchParams({ monograph: name })}`;
  link.title = file;
  link.append(makePart("bdi", title));
  if (folder) link.append(" ", makePart("small", folder));
  row.append(link);
  return row;
}

function makePart(tag, text) {
  const part = document.createElement(tag);
  part.textContent = text;
  return part;
}

/** Text as it is searched for: without case and accents. */
function fold(text) {
  return text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
}

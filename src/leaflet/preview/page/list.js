// The monographs: a list that can be filtered, and walked through with the arrow keys.

export class List {
  constructor(list, filter, matches, choose) {
    Object.assign(this, { list, filter, matches, choose });
    this.rows = [];
    this.stopped = null;
    filter.addEventListener("input", () => this.sift());
    list.closest("nav").addEventListener("keydown", (event) => this.walk(event));
    list.addEventListener("click", (event) => this.click(event));
    list.addEventListener("focusin", (event) => this.#stop(event.target.closest("a")));
    addEventListener("keydown", (event) => {
      const typing = event.target.matches("input:not([type=radio], [type=checkbox])");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      filter.focus();
      filter.select();
    });
  }

  /** Take over the monographs; what is in the list already stays, and so does the focus. */
  fill(monographs) {
    const known = new Map(this.rows.map((row) => [row.dataset.name, row]));
    this.rows = monographs.map((each) => known.get(each.name) ?? make(each));
    const focused = document.activeElement;
    this.list.replaceChildren(...this.rows);
    if (this.list.contains(focused)) focused.focus({ preventScroll: true });
    this.sift();
  }

  mark(name) {
    for (const row of this.rows) {
      const link = row.firstChild;
      const chosen = row.dataset.name === name;
      if (chosen) link.ariaCurrent = "true";
      else link.removeAttribute("aria-current");
      if (chosen && document.activeElement !== link) row.scrollIntoView({ block: "nearest" });
    }
    this.enter();
  }

  /** Show those whose name or folder holds every word of the filter. */
  sift() {
    const words = fold(this.filter.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of this.rows) {
      row.hidden = !words.every((word) => row.dataset.text.includes(word));
      shown += !row.hidden;
    }
    this.matches.textContent =
      words.length || !this.rows.length ? `${shown} of ${this.rows.length}` : `${shown} in all`;
    this.enter();
  }

  /** Tab enters the list at the chosen one, or else at the first. */
  enter() {
    const shown = this.shown();
    this.#stop(shown.find((link) => link.ariaCurrent) ?? shown[0]);
  }

  /** One link of the list, and no other, is in the order of Tab. */
  #stop(link) {
    if (this.stopped) this.stopped.tabIndex = -1;
    if (link) link.tabIndex = 0;
    this.stopped = link;
  }

  shown() {
    return this.rows.filter((row) => !row.hidden).map((row) => row.firstChild);
  }

  walk(event) {
    const shown = this.shown();
    const here = shown.indexOf(document.activeElement);
    const last = shown.length - 1;
    const inFilter = event.target === this.filter;
    const ways = { ArrowDown: here + 1, ArrowUp: here - 1, PageDown: here + 10, PageUp: here - 10 };
    if (!inFilter) Object.assign(ways, { Home: 0, End: last });
    if (event.key === "Enter" && inFilter) {
      shown[0]?.click();
    } else if (event.key in ways && last >= 0 && !(inFilter && here - ways[event.key] > 0)) {
      event.preventDefault();
      if (ways[event.key] < 0 && event.key === "ArrowUp") this.filter.focus();
      else shown[Math.max(0, Math.min(last, ways[event.key]))].focus();
    }
  }

  click(event) {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.choose(link.parentElement.dataset.name);
  }
}

function make({ name, title, folder }) {
  const row = document.createElement("li");
  const link = document.createElement("a");
  row.dataset.name = name;
  row.dataset.text = fold(`${folder}/${title}`);
  link.tabIndex = -1;
  link.href = `?${new URLSearchParams({ monograph: name })}`;
  link.append(part("bdi", title));
  if (folder) link.append(" ", part("small", folder));
  row.append(link);
  return row;
}

function part(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

/** Letters as they are searched for: without case, without accents. */
function fold(text) {
  return text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
}

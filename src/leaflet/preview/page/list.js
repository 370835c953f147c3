// The monographs: a list that can be filtered, and walked through with the arrow keys.

/** So many are shown at once: a browser takes seconds to lay out a whole register. */
const MOST = 250;

export class List {
  constructor(list, filter, matches, choose) {
    Object.assign(this, { list, filter, matches, choose });
    this.monographs = [];
    this.rows = new Map();
    this.chosen = "";
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
    this.monographs = monographs.map((each) => ({
      ...each,
      text: fold(`${each.folder}/${each.title}`),
    }));
    this.sift();
  }

  mark(name) {
    this.chosen = name;
    for (const row of this.list.children) this.#mark(row);
    const link = this.rows.get(name)?.firstChild;
    if (document.activeElement !== link) link?.scrollIntoView({ block: "nearest" });
    this.enter();
  }

  /** Show those whose name or folder holds every word of the filter. */
  sift() {
    const words = fold(this.filter.value).split(/\s+/).filter(Boolean);
    const found = this.monographs.filter(({ text }) => words.every((word) => text.includes(word)));
    const number = this.monographs.length;
    const told = words.length ? `${found.length} of ${number}` : `${number} in all`;
    this.matches.textContent = found.length > MOST ? `${told}; the first ${MOST} are listed` : told;
    this.#show(found.slice(0, MOST));
    this.enter();
  }

  #show(found) {
    const focused = document.activeElement;
    const rows = found.map((each) => {
      const row = this.rows.get(each.name) ?? make(each);
      this.rows.set(each.name, row);
      this.#mark(row);
      return row;
    });
    this.list.replaceChildren(...rows);
    if (this.list.contains(focused)) focused.focus({ preventScroll: true });
  }

  #mark(row) {
    const link = row.firstChild;
    if (row.dataset.name === this.chosen) link.ariaCurrent = "true";
    else link.removeAttribute("aria-current");
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
    return [...this.list.children].map((row) => row.firstChild);
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

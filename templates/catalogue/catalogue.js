// Filters the list while the user types. Without JavaScript, the page is the whole list.
(() => {
  "use strict";

  const ACCENTS = /[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g;
  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };
  const fold = (text) =>
    text.normalize("NFKD").replace(ACCENTS, "").toLowerCase().replace(/[ßæœøłđðþı]/g, (c) => LETTERS[c]);

  const HEIGHT = 12.7; // rem, of a medicine that has not been rendered yet

  const form = document.getElementById("find");
  const box = document.getElementById("search");
  const show = document.getElementById("show");
  const count = document.getElementById("count");
  const none = document.getElementById("none");
  const all = Number(count.dataset.of);
  const links = new Map(Array.from(document.querySelectorAll("nav a"), (link) => [link.hash, link]));
  const sections = Array.from(document.querySelectorAll("main section"), (section) => ({
    section,
    link: links.get(`#${section.id}`),
    entries: Array.from(section.querySelectorAll("li.medicine"), (item) => ({
      item,
      found: item.dataset.found ?? "",
      changed: "changed" in item.dataset,
      text: fold(Array.from(item.querySelectorAll(".key"), (key) => key.textContent).join("\n")),
    })),
  }));

  const counted = (number) => number.toLocaleString("en");
  const medicines = (number) => `${counted(number)} ${number === 1 ? "medicine" : "medicines"}`;

  // Whether two words differ in a letter or two: one left out, added, changed, or exchanged with the next.
  function alike(typed, word, most) {
    if (Math.abs(typed.length - word.length) > most) return false;
    let before = [];
    let row = Array.from({ length: word.length + 1 }, (_, at) => at);
    for (let i = 1; i <= typed.length; i++) {
      const next = [i];
      for (let j = 1; j <= word.length; j++) {
        const same = typed[i - 1] === word[j - 1];
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
      }
      if (Math.min(...next) > most) return false;
      [before, row] = [row, next];
    }
    return row[word.length] <= most;
  }

  // A short word is not guessed: a letter more or less makes another medicine of it.
  const misspelt = (typed, entry) => {
    if (typed.length < 4) return entry.text.includes(typed);
    entry.words ??= [...new Set(entry.text.split(/[^\p{L}\p{N}]+/u))];
    const most = typed.length < 8 ? 1 : 2;
    return entry.words.some((word) => {
      const begun = word.length > typed.length ? word.slice(0, typed.length) : word;
      return alike(typed, word, most) || (begun[0] === typed[0] && alike(typed, begun, most));
    });
  };

  const chosen = ({ found, changed }) => {
    const value = show?.value ?? "";
    if (value === "" || value === "changed") return value === "" || changed;
    return value === "found" ? found !== "" : found === value;
  };

  function filter() {
    const words = fold(box.value).split(/\s+/).filter(Boolean);
    const exact = (entry) => chosen(entry) && words.every((word) => entry.text.includes(word));
    const close = (entry) => chosen(entry) && words.every((word) => misspelt(word, entry));
    const every = sections.flatMap(({ entries }) => entries);
    const guesses = words.length > 0 && !every.some(exact) && every.some(close);
    const wanted = guesses ? close : exact;
    let left = 0;
    for (const { section, link, entries } of sections) {
      let here = 0;
      for (const entry of entries) {
        const hidden = !wanted(entry);
        // Reading the property of the element instead would be slower, thousands of times.
        if (hidden !== Boolean(entry.hidden)) entry.item.hidden = entry.hidden = hidden;
        here += !hidden;
      }
      section.hidden = !here;
      section.style.containIntrinsicHeight = `${here * HEIGHT}rem`;
      link.classList.toggle("off", !here);
      left += here;
    }
    none.hidden = left > 0;
    const shown = left === all ? medicines(all) : `${counted(left)} of ${medicines(all)}`;
    count.textContent = guesses ? `No exact match. Similar: ${shown}` : shown;
  }

  // Arrow keys move between the first links of the medicines that are shown.
  function move(event, step) {
    const here = document.activeElement.closest("li.medicine");
    if (!here && document.activeElement !== box) return;
    const shown = sections.flatMap(({ entries }) => entries.filter((entry) => !entry.hidden));
    const next = (here ? shown.findIndex(({ item }) => item === here) : -1) + step;
    const item = shown[next]?.item;
    const target = next < 0 ? box : (item?.querySelector("a") ?? item?.querySelector("summary"));
    if (!target) return;
    event.preventDefault();
    target.focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const writing = event.target.closest("input, select, textarea");
    if (event.key === "/" && !writing) {
      event.preventDefault();
      box.select();
      scrollTo({ top: 0 });
    } else if (event.key === "Escape" && event.target === box) {
      box.value = "";
      filter();
    } else if (event.key === "ArrowDown" && event.target !== show) {
      move(event, 1);
    } else if (event.key === "ArrowUp" && event.target !== show) {
      move(event, -1);
    }
  });

  box.addEventListener("input", () => {
    filter();
    if (scrollY) scrollTo({ top: 0 });
  });
  show?.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  // When one navigates back to the page, the search box still has its text.
  addEventListener("pageshow", filter);
  form.hidden = false;
})();

// Filters the list while the user types. Without JavaScript, the page is the whole list.
(() => {
  "use strict";

  const ACCENTS = /[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g;
  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };
  const fold = (text) =>
    text.normalize("NFKD").replace(ACCENTS, "").toLowerCase().replace(/[ßæœøłđðþı]/g, (c) => LETTERS[c]);

  const HEIGHT = 8.7; // rem, of a medicine that has not been rendered yet

  const form = document.getElementById("find");
  const box = document.getElementById("search");
  const show = document.getElementById("show");
  const count = document.getElementById("count");
  const none = document.getElementById("none");
  const all = Number(count.dataset.of);
  const links = document.querySelectorAll("nav a");
  const sections = Array.from(document.querySelectorAll("main section"), (section, number) => ({
    section,
    link: links[number],
    entries: Array.from(section.querySelectorAll("li.medicine"), (item) => ({
      item,
      found: item.dataset.found ?? "",
      text: fold(Array.from(item.querySelectorAll(".key"), (key) => key.textContent).join("\n")),
    })),
  }));

  const counted = (number) => number.toLocaleString("en");
  const medicines = (number) => `${counted(number)} ${number === 1 ? "medicine" : "medicines"}`;

  function filter() {
    const words = fold(box.value).split(/\s+/).filter(Boolean);
    const wanted = ({ text, found }) =>
      (show.value === "" || (show.value === "found" ? found !== "" : found === show.value)) &&
      words.every((word) => text.includes(word));
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
    count.textContent = left === all ? medicines(all) : `${counted(left)} of ${medicines(all)}`;
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
  show.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  // When one navigates back to the page, the search box still has its text.
  addEventListener("pageshow", filter);
  form.hidden = false;
})();

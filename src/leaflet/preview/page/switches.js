// Kind, paper and styles: what of it there is, and what is chosen.

export class Switches {
  constructor(form, choose) {
    this.form = form;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", () => {
      const given = new FormData(form);
      choose({ kind: given.get("kind"), paper: given.get("paper"), styles: given.getAll("style") });
    });
  }

  fill({ kinds, styles, papers }) {
    const titled = (names) => names.map((name) => ({ name, title: name }));
    this.#fill("kinds", "radio", "kind", kinds.map((each) => ({ ...each, title: each.name, told: each.title })));
    this.#fill("papers", "radio", "paper", titled(papers));
    this.#fill("styles", "checkbox", "style", titled(styles));
  }

  mark({ kind, styles, paper }) {
    for (const input of this.form.querySelectorAll("input")) {
      input.checked = [kind, paper, ...styles].includes(input.value);
    }
  }

  /** Take over names; if they are the same, nothing is touched, and the focus stays. */
  #fill(id, type, field, names) {
    const place = this.form.querySelector(`#${id}`);
    const before = [...place.querySelectorAll("input")].map((input) => input.value);
    if (before.join("\0") === names.map((each) => each.name).join("\0")) return;
    place.replaceChildren(
      ...names.map(({ name, title, told }) => {
        const label = document.createElement("label");
        const input = Object.assign(document.createElement("input"), { type, name: field, value: name });
        const text = document.createElement("span");
        text.textContent = title;
        if (told) label.title = told;
        label.append(input, text);
        return label;
      }),
    );
  }
}

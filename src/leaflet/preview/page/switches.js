// Kind, paper, styles and marks: which there are, and which are selected.

export class Switches {
  constructor(form, select) {
    this.form = form;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", () => {
      const data = new FormData(form);
      const [kind, paper, since] = ["kind", "paper", "since"].map((name) => data.get(name));
      select({ kind, paper, since, styles: data.getAll("style") });
    });
  }

  fill({ kinds, styles, papers, since }) {
    const named = (names) => names.map((name) => ({ name }));
    this.#fill("kinds", "radio", "kind", kinds);
    this.#fill("papers", "radio", "paper", named(papers));
    this.#fill("styles", "checkbox", "style", named(styles));
    this.#fill("since", "radio", "since", named(since));
    this.form.querySelector("#since").closest("fieldset").hidden = !since.length;
  }

  mark({ kind, styles, paper, since }) {
    for (const input of this.form.querySelectorAll("input")) {
      input.checked = [kind, paper, since, ...styles].includes(input.value);
    }
  }

  /** Show inputs of these names; if they are there already, nothing is touched and focus stays. */
  #fill(id, type, field, choices) {
    const container = this.form.querySelector(`#${id}`);
    const before = [...container.querySelectorAll("input")].map((input) => input.value);
    if (before.join("\0") === choices.map((each) => each.name).join("\0")) return;
    container.replaceChildren(
      ...choices.map(({ name, title }) => {
        const label = document.createElement("label");
        const input = Object.assign(document.createElement("input"), { type, name: field, value: name });
        const text = document.createElement("span");
        text.textContent = name;
        if (title) label.title = title;
        label.append(input, text);
        return label;
      }),
    );
  }
}

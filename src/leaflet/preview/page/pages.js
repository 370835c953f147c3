// The pages as pictures. They are changed in place, so that nothing jumps when a print is new.

const WIDTHS = [480, 720, 1080, 1440, 2160, 2880];

export class Pages {
  constructor(sheets, pdf) {
    Object.assign(this, { sheets, pdf });
    this.name = "";
  }

  /** Show a print; one that is shown already stays untouched. */
  show({ name, sizes }, title) {
    if (this.name === name) return;
    this.name = name;
    while (this.sheets.children.length > sizes.length) this.sheets.lastChild.remove();
    sizes.forEach(([width, height], number) => {
      const sheet = this.sheets.children[number] ?? this.sheets.appendChild(make(number));
      const image = sheet.querySelector("img");
      image.width = Math.round(width);
      image.height = Math.round(height);
      image.alt = `Page ${number + 1} of ${sizes.length} of ${title}, as it prints`;
      sheet.querySelector("figcaption").textContent = `Page ${number + 1} of ${sizes.length}`;
      // The old picture stays until the new one is there.
      const from = (across) => `prints/${name}/${number + 1}/${across}.png`;
      image.srcset = WIDTHS.map((across) => `${from(across)} ${across}w`).join(", ");
      image.src = from(WIDTHS[2]);
    });
    this.pdf.href = `prints/${name}.pdf`;
    this.pdf.hidden = false;
  }

  clear() {
    this.name = "";
    this.sheets.replaceChildren();
    this.pdf.hidden = true;
  }
}

function make(number) {
  const sheet = document.createElement("li");
  const figure = document.createElement("figure");
  const image = document.createElement("img");
  // The first page is what one looks at; the others are drawn when they come into sight.
  image.loading = number ? "lazy" : "eager";
  image.sizes = "(max-width: 60rem) 100vw, 52rem";
  image.decoding = "async";
  figure.append(document.createElement("figcaption"), image);
  sheet.append(figure);
  return sheet;
}

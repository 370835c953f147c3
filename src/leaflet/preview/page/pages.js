// The pages as pictures. They are changed in place, so that a new print does not move anything.

const WIDTHS = [480, 720, 1080, 1440, 2160, 2880];

export class Pages {
  constructor(sheets, pdf) {
    Object.assign(this, { sheets, pdf });
    this.name = "";
  }

  /** Show a print; if it is shown already, nothing is touched. */
  show({ name, sizes }, title) {
    if (this.name === name) return;
    this.name = name;
    while (this.sheets.children.length > sizes.length) this.sheets.lastChild.remove();
    sizes.forEach(([width, height], number) => {
      const sheet = this.sheets.children[number] ?? this.sheets.appendChild(makeSheet(number));
      const image = sheet.querySelector("img");
      image.width = Math.round(width);
      image.height = Math.round(height);
      image.alt = `Page ${number + 1} of ${sizes.length} of ${title}, as it prints`;
      sheet.querySelector("figcaption").textContent = `Page ${number + 1} of ${sizes.length}`;
      // The old picture stays until the new one is loaded.
      const url = (pixels) => `prints/${name}/${number + 1}/${pixels}.png`;
      image.srcset = WIDTHS.map((pixels) => `${url(pixels)} ${pixels}w`).join(", ");
      image.src = url(WIDTHS[2]);
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

function makeSheet(number) {
  const sheet = document.createElement("li");
  const figure = document.createElement("figure");
  const image = document.createElement("img");
  // The first page is visible at once; the others are drawn when they come into view.
  image.loading = number ? "lazy" : "eager";
  image.sizes = "(max-width: 60rem) 100vw, 52rem";
  image.decoding = "async";
  figure.append(document.createElement("figcaption"), image);
  sheet.append(figure);
  return sheet;
}

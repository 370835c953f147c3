// What the proof-reader and the proof have found, each with the line that it is about.

const SEVERITIES = ["error", "warning", "note"];

export class Findings {
  constructor(list, heading, clean) {
    Object.assign(this, { list, heading, clean });
    this.summary = "";
  }

  show(findings) {
    this.list.replaceChildren(...findings.map(make));
    this.clean.hidden = findings.length > 0;
    this.summary = counted(findings.length, "finding");
    const counts = SEVERITIES.map((severity) => [
      findings.filter((each) => each.severity === severity).length,
      severity,
    ]).filter(([number]) => number);
    const told = counts.map(([number, severity]) => counted(number, severity)).join(", ");
    this.heading.textContent = told ? `Findings: ${told}` : "Findings";
    if (told) this.summary = told;
  }
}

function make({ severity, code, message, file, line, hint, source, origin }) {
  const item = document.createElement("li");
  item.className = severity;
  const said = part("p", "said", message);
  said.prepend(part("strong", "severity", severity), " ");
  const place = line ? `${file.split("/").at(-1)}, line ${line}` : file.split("/").at(-1);
  item.append(said, part("p", "place", [place, code, origin].filter(Boolean).join(" · ")));
  if (source?.trim()) item.append(part("blockquote", "source", source.trim()));
  if (hint) item.append(part("p", "hint", hint));
  return item;
}

function part(tag, name, text) {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = text;
  made.dir = "auto";
  return made;
}

/** "1 page", "2 pages". */
export function counted(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

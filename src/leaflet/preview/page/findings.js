// The findings of `leaflet check` and of the proof, each with its source line.

const SEVERITIES = ["error", "warning", "note"];

export class Findings {
  constructor(list, heading, none) {
    Object.assign(this, { list, heading, none });
    this.summary = "";
  }

  show(findings) {
    this.list.replaceChildren(...findings.map(makeItem));
    this.none.hidden = findings.length > 0;
    const counts = SEVERITIES.map((severity) => [
      findings.filter((each) => each.severity === severity).length,
      severity,
    ]).filter(([number]) => number);
    const summary = counts.map(([number, severity]) => counted(number, severity)).join(", ");
    this.heading.textContent = summary ? `Findings: ${summary}` : "Findings";
    this.summary = summary || counted(0, "finding");
  }
}

function makeItem({ severity, code, message, file, line, hint, source, origin }) {
  const item = document.createElement("li");
  item.className = severity;
  const text = makePart("p", "message", message);
  text.prepend(makePart("strong", "severity", severity), " ");
  const name = file.split("/").at(-1);
  const position = line ? `${name}, line ${line}` : name;
  item.append(text, makePart("p", "position", [position, code, origin].filter(Boolean).join(" · ")));
  if (source?.trim()) item.append(makePart("blockquote", "source", source.trim()));
  if (hint) item.append(makePart("p", "hint", hint));
  return item;
}

function makePart(tag, className, text) {
  const part = document.createElement(tag);
  part.className = className;
  part.textContent = text;
  part.dir = "auto";
  return part;
}

/** "1 page", "2 pages". */
export function counted(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

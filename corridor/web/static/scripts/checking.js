// What might identify a patient, marked while it is written, with words to take instead. Nothing
// leaves this device for it; the server looks again, and decides.
const SOON = 300;
const LEFT_OUT = "[left out]";
const ASKS = new Set(["ask", "hold"]);

for (const panel of document.querySelectorAll("[data-checks]")) {
  const box = document.getElementById(panel.dataset.checks);
  const line = panel.querySelector("template").content.firstElementChild;
  const ghost = under(box);
  let check;
  let waiting = 0;

  const ready = async () => {
    const [code, rules] = await Promise.all([
      import(panel.dataset.checker),
      fetch(panel.dataset.rules).then((answer) => answer.json()),
    ]);
    return code.checker(rules);
  };
  const words = JSON.parse(panel.dataset.said || "{}");
  const say = (one) => words[one] ?? one;
  const place = () => (box.form.elements.audience?.value === "named" ? "message" : panel.dataset.place);
  const look = async () => {
    check ||= ready();
    const asked = box.value;
    const own = panel.dataset.own.split("\n").filter(Boolean);
    const said = (await check)(asked, { place: place(), own, hemisphere: panel.dataset.hemisphere, say });
    if (asked === box.value) show(said.findings.filter((one) => ASKS.has(one.state)), said.state === "stop");
  };
  const show = (findings, isFinal) => {
    ghost.replaceChildren(...marked(box.value, findings), "\u200b");
    panel.querySelector("ul").replaceChildren(...findings.map(shown));
    panel.querySelector("[data-some]").hidden = isFinal || !findings.length;
    panel.querySelector("[data-stop]").hidden = !isFinal;
    panel.classList.toggle("stop", isFinal);
    panel.hidden = !findings.length;
  };
  const shown = (finding) => {
    const item = line.cloneNode(true);
    const button = item.querySelector("button");
    item.querySelector("mark").textContent = box.value.slice(finding.start, finding.end);
    item.querySelector("span").textContent = finding.why;
    const { words, leftOut } = button.dataset;
    button.textContent = finding.suggestion === LEFT_OUT ? leftOut : words.replace("%(words)s", finding.suggestion);
    button.addEventListener("click", () => {
      box.setRangeText(finding.suggestion, finding.start, finding.end, "end");
      box.focus();
      box.dispatchEvent(new Event("input", { bubbles: true }));
    });
    return item;
  };
  const later = () => {
    ghost.replaceChildren();
    clearTimeout(waiting);
    waiting = setTimeout(look, SOON);
  };
  box.addEventListener("input", later);
  box.form.elements.audience?.addEventListener("change", later);
  box.addEventListener("scroll", () => { ghost.scrollTop = box.scrollTop; });
  if (box.value.trim()) later();
}

// The same words behind the box, of which only the marks are seen.
function under(box) {
  const ghost = document.createElement("div");
  const both = document.createElement("div");
  ghost.className = "ghost";
  ghost.setAttribute("aria-hidden", "true");
  both.className = "marked";
  box.before(both);
  both.append(ghost, box);
  return ghost;
}

function marked(text, findings) {
  const pieces = [];
  let at = 0;
  for (const { start, end } of findings) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    pieces.push(text.slice(at, start), mark);
    at = end;
  }
  return [...pieces, text.slice(at)];
}

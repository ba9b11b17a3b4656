// Notes beside the composer, shown while somebody writes: the rules of the server, on this device.
const SOON = 600;

for (const list of document.querySelectorAll("[data-notes]")) {
  const box = document.getElementById(list.dataset.notes);
  const lines = [...list.querySelectorAll("[data-note]")];
  let check;
  let waiting = 0;

  const ready = async () => {
    const [code, rules] = await Promise.all([
      import(list.dataset.checker),
      fetch(list.dataset.rules).then((answer) => answer.json()),
    ]);
    return code.checker(rules);
  };
  const place = () => (box.form.elements.audience?.value === "named" ? "message" : list.dataset.place);
  const look = async () => {
    check ||= ready();
    const found = new Set((await check)(box.value, { place: place() }).findings.map((one) => one.kind));
    for (const line of lines) {
      if (line.dataset.note !== "future") line.hidden = !found.has(line.dataset.note);
    }
  };
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, SOON);
  });
}

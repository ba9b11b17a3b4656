// In the queue, and only while the keyboard is in it, j and k go down and up; Enter opens as always.
const list = document.querySelector("[data-keys]");
const note = document.querySelector(".keys-note");
if (list) {
  if (note) note.hidden = false;
  list.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { j: 1, k: -1 }[event.key];
    if (!step) return;
    const links = [...list.querySelectorAll("a")];
    const next = links[links.indexOf(document.activeElement) + step];
    if (next) next.focus();
    event.preventDefault();
  });
}

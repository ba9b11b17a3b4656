// After htmx has swapped the board, keyboard and screen reader go on where the director was:
// at the match that she chose, or, after a decision, at the one that stands in its place now.
let place = -1;
const deeds = () => [...document.querySelectorAll("#board .pair form[hx-post] button")];

document.addEventListener("htmx:beforeRequest", (event) => {
  place = event.target.matches("form[hx-post]") ? deeds().indexOf(event.target.querySelector("button")) : -1;
});
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.target.id !== "board") return;
  const left = deeds();
  if (place >= 0) left[Math.min(place, left.length - 1)]?.focus();
  else document.getElementById("why")?.focus();
});

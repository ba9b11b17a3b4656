// After htmx has swapped the board, keyboard and screen reader go on at the chosen match.
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.target.id === "board") document.getElementById("why")?.focus();
});

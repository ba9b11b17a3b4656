// Completes the last of several words with commas between, proposes the browser's time zone, and
// brings the section that is open into view where sections are wider than the screen.
document.querySelector('.tabs [aria-current="page"]')?.scrollIntoView({ inline: "center", block: "nearest" });
for (const input of document.querySelectorAll("[data-tag-list]")) {
  const options = [...input.list.options];
  const words = options.map((option) => option.value);
  input.addEventListener("input", () => {
    const kept = input.value.slice(0, input.value.lastIndexOf(",") + 1);
    const before = kept && `${kept.trim()} `;
    options.forEach((option, number) => (option.value = before + words[number]));
  });
}
for (const select of document.querySelectorAll("select[data-guess]")) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if ([...select.options].some((option) => option.value === zone)) select.value = zone;
}
for (const button of document.querySelectorAll("button[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copies);
    text.select();
    await navigator.clipboard.writeText(text.value);
    document.getElementById(button.dataset.tells).textContent = button.dataset.done;
  });
}

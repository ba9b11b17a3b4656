// Changes the theme without a reload. Without this file the same form posts and the page comes back.
document.addEventListener("submit", (event) => {
  const form = event.target.closest("form.theme");
  if (!form || !event.submitter) return;
  event.preventDefault();
  const theme = event.submitter.value;
  const body = new FormData(form);
  body.set("theme", theme);
  fetch(form.action, { method: "POST", body, redirect: "manual" });
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const colour of document.querySelectorAll('meta[name="theme-color"]')) {
    const of = colour.dataset.of;
    colour.media = theme === "auto" ? `(prefers-color-scheme: ${of})` : theme === of ? "all" : "not all";
  }
  for (const button of document.querySelectorAll("form.theme button")) {
    button.setAttribute("aria-pressed", String(button.value === theme));
  }
});

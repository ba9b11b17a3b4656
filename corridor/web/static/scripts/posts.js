// Counts characters as the server does, keeps what is typed on this device until it is sent, copies
// links, and closes menus. Every page works without it.
const URLS = /https?:\/\/[^\s<>"'`\\{}|^]+/g;
const MENTIONS = /(^|[^\w@/.])@([A-Za-z0-9_]{1,30})@[A-Za-z0-9.-]+(?::\d+)?/g;
const length = (text) => [...text.replace(URLS, "x".repeat(23)).replace(MENTIONS, "$1@$2")].length;

for (const line of document.querySelectorAll("[data-counts]")) {
  const box = document.getElementById(line.dataset.counts);
  const longest = Number(line.dataset.longest);
  const tell = () => {
    const count = length(box.value);
    line.textContent = line.dataset.words.replace("%(count)s", count).replace("%(longest)s", longest);
    line.classList.toggle("is-over", count > longest);
  };
  box.addEventListener("input", tell);
  tell();
}

for (const form of document.querySelectorAll("form[data-keeps]")) {
  const box = form.querySelector("[data-draft]");
  const key = `corridor-${form.dataset.keeps}`;
  try {
    if (box.value === "" && !form.querySelector("[name=draft]")) box.value = localStorage.getItem(key) || "";
    box.dispatchEvent(new Event("input"));
    box.addEventListener("input", () => localStorage.setItem(key, box.value));
    form.addEventListener("submit", () => localStorage.removeItem(key));
  } catch {
    // A browser that keeps nothing loses nothing either.
  }
}

document.addEventListener("click", async (event) => {
  for (const menu of document.querySelectorAll("details.more[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
  const link = event.target.closest("a[data-copy-link]");
  if (!link || !navigator.clipboard) return;
  event.preventDefault();
  await navigator.clipboard.writeText(link.href);
  const menu = link.closest("details");
  menu.open = false;
  menu.querySelector("summary").focus();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.querySelector("details.more[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
document.querySelector('.tabs [aria-current="page"]')?.scrollIntoView({ inline: "center", block: "nearest" });

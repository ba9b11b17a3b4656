// Counts characters as the server does, and keeps what is typed on this device until the server has
// it. Every page works without it.
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

const PREFIX = "corridor-composer-";
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;
const SENT = /(?:^|; )corridor_sent=([\w-]+)/;
const LEFT_OUT = ["hidden", "file", "submit", "button", "reset"];

const fields = (form) => [...form.elements].filter(
  (one) => one.name && !LEFT_OUT.includes(one.type) && !one.closest(".own-picture"));
const value = (field) => (field.type === "checkbox" ? field.checked : field.value);
const typed = (form) => Object.fromEntries(fields(form).map((one) => [one.name, value(one)]));

function forget_old() {
  const sent = document.cookie.match(SENT);
  if (sent) {
    localStorage.removeItem(PREFIX + sent[1]);
    document.cookie = "corridor_sent=; path=/; max-age=0; samesite=lax";
  }
  for (const key of Object.keys(localStorage).filter((one) => one.startsWith(PREFIX))) {
    if (Date.now() - JSON.parse(localStorage.getItem(key)).at > KEPT_FOR) localStorage.removeItem(key);
  }
}

function put_back(form, kept) {
  for (const field of fields(form)) {
    if (!(field.name in kept)) continue;
    if (field.type === "checkbox") field.checked = kept[field.name];
    else field.value = kept[field.name];
    if (value(field) && field.type !== "select-one") {
      for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    }
    field.dispatchEvent(new Event("input"));
  }
}

function keep(form) {
  const key = PREFIX + form.dataset.keeps;
  const first = typed(form);
  const note = form.querySelector("[data-kept-note]");
  const kept = JSON.parse(localStorage.getItem(key) || "null");
  if (kept && "restores" in form.dataset) {
    put_back(form, kept.typed);
    note.hidden = false;
  }
  form.addEventListener("input", () => {
    const now = typed(form);
    if ("restores" in form.dataset && JSON.stringify(now) === JSON.stringify(first)) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ at: Date.now(), typed: now }));
  });
  note.querySelector("button").addEventListener("click", () => {
    localStorage.removeItem(key);
    put_back(form, first);
    note.hidden = true;
    form.querySelector("textarea").focus();
  });
}

// A fold that is opened to write: the place to write in is where she goes on.
for (const fold of document.querySelectorAll("details[data-focuses]")) {
  fold.querySelector("summary").addEventListener("click", (event) => {
    if (fold.open) return;
    event.preventDefault();
    fold.open = true;
    document.getElementById(fold.dataset.focuses).focus();
  });
}

try {
  forget_old();
  for (const form of document.querySelectorAll("form[data-keeps]")) keep(form);
} catch {
  // A browser that keeps nothing loses nothing either.
}

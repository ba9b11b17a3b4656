/* Counts while somebody writes: an address is 23 characters, of @somebody@somewhere the first part.
   What the server adds to a part, number and note, stays in the difference that it told. */
const ADDRESS = /https?:\/\/[^\s<>"'`\\{}|^]+/g;
const MENTION = /(^|[^\w@/.])@(\w{1,30})@[A-Za-z0-9.-]+/g;

function length(text) {
  const short = text.trim().replace(ADDRESS, "x".repeat(23)).replace(MENTION, "$1@$2");
  return [...short].length;
}

for (const shown of document.querySelectorAll("[data-count]")) {
  const field = document.getElementById(shown.dataset.of);
  const more = Number(shown.dataset.count) - length(field.value);
  const longest = Number(field.closest("[data-longest]").dataset.longest);
  field.addEventListener("input", () => {
    const count = length(field.value) + more;
    shown.textContent = count;
    shown.classList.toggle("is-over", count > longest);
  });
}

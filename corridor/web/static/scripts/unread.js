// Says in the navigation how much is new. Without this file the page behind it says so.
for (const count of document.querySelectorAll("[data-unread]")) {
  // On the page that it counts something may just have been read: what a browser kept is too old.
  const cache = count.closest('[aria-current="page"]') ? "reload" : "default";
  fetch(count.dataset.unread, { cache, headers: { Accept: "application/json" } })
    .then((answer) => (answer.ok ? answer.json() : { count: 0 }))
    .then((told) => {
      count.firstElementChild.textContent = told.count < 100 ? told.count : "99+";
      count.hidden = !told.count;
    })
    .catch(() => {}); // the way there is broken: the page says so itself
}

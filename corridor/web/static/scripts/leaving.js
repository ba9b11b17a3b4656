// Whoever signs out leaves nothing half-written on the device, and nothing that tells it of her.
document.querySelector("form[data-forgets]")?.addEventListener("submit", () => {
  try {
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith("corridor-composer-"))) {
      localStorage.removeItem(key);
    }
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
  navigator.serviceWorker?.getRegistrations()
    .then((known) => Promise.all(known.map((one) => one.unregister())))
    .catch(() => {}); // the push service then finds nobody, and we end it
});

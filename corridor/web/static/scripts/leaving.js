// Whoever signs out leaves nothing half-written behind on the device.
document.querySelector("form[data-forgets]")?.addEventListener("submit", () => {
  try {
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith("corridor-composer-"))) {
      localStorage.removeItem(key);
    }
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
});

// Runs when a push service wakes this browser: shows what it was told, and opens the page behind it.
self.addEventListener("push", (event) => {
  const told = event.data ? event.data.json() : {};
  event.waitUntil(self.registration.showNotification(told.title || "Corridor", {
    body: told.body || "",
    icon: told.icon,
    lang: told.preferred_locale,
    tag: String(told.notification_id || ""),
  }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow("{% url 'notifications' %}"));
});

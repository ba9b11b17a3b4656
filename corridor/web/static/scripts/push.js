// Asks the browser whether it may tell somebody what is new, and sends where it is reached.
const form = document.querySelector("form[data-wake]");
const part = (name) => form.querySelector(`[data-wake-${name}]`);
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));

async function subscribe() {
  for (const name of ["refused", "failed"]) part(name).hidden = true;
  if (await Notification.requestPermission() !== "granted") {
    part("refused").hidden = false;
    return;
  }
  const registration = await navigator.serviceWorker.register(form.dataset.worker, { scope: form.dataset.scope });
  const key = bytes(form.dataset.key);
  const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  const said = subscription.toJSON();
  form.elements.endpoint.value = said.endpoint;
  form.elements.p256dh.value = said.keys.p256dh;
  form.elements.auth.value = said.keys.auth;
  form.submit();
}

if ("serviceWorker" in navigator && "PushManager" in window && "Notification" in window) {
  part("ready").hidden = false;
  part("none").hidden = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    subscribe().catch(() => { part("failed").hidden = false; });
  });
}

// Hears at once that there is something new where that is reached; htmx asks now and then elsewhere.
// What is heard is never shown: it only says that it is time to ask.
const line = document.querySelector("[data-live]");
const PATIENCE = [5, 30, 120];
const OPEN = 1;
let stream = null;
let tries = 0;
let waiting = null;

function ask() {
  clearTimeout(waiting);
  waiting = setTimeout(() => htmx.trigger(line, "fresh"), 700);
}

async function listen() {
  if (stream || document.hidden) return;
  const body = new URLSearchParams({ csrfmiddlewaretoken: document.querySelector("[name=csrfmiddlewaretoken]").value });
  const answer = await fetch(line.dataset.pass, { method: "POST", body });
  if (!answer.ok) return;
  const pass = await answer.json();
  const address = new URL(`${pass.streaming}/${line.dataset.live}`);
  address.searchParams.set("access_token", pass.access_token);
  stream = new EventSource(address);
  stream.addEventListener("open", () => {
    if (tries) ask(); // something may have come in between
    tries = 0;
  });
  stream.addEventListener("update", ask);
  stream.addEventListener("error", () => {
    if (stream?.readyState !== EventSource.CLOSED) return;
    rest();
    if (tries < PATIENCE.length) setTimeout(() => listen().catch(() => {}), 1000 * PATIENCE[tries]);
    tries += 1;
  });
}

function rest() {
  stream?.close();
  stream = null;
}

if (line && "EventSource" in window) {
  listen().catch(() => {}); // it is asked now and then
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return rest();
    tries = 1;
    listen().catch(() => {});
  });
  line.addEventListener("htmx:beforeRequest", (event) => {
    const is_asked = event.detail.requestConfig.triggeringEvent?.type === "fresh";
    if (!is_asked && (document.hidden || stream?.readyState === OPEN)) event.preventDefault();
  });
}

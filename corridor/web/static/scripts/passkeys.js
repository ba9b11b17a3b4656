// Asks the device for a passkey and sends the form with its answer. Forms that need one are hidden
// until this file has seen that the browser knows passkeys; a password works without it.
const knows = Boolean(window.webauthnJSON && window.webauthnJSON.supported());

for (const note of document.querySelectorAll("[data-without-scripts]")) note.hidden = true;

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const say = (what) => {
    for (const line of form.querySelectorAll("[data-says]")) line.hidden = line.dataset.says !== what;
  };
  if (!knows) {
    say("unsupported");
    continue;
  }
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    say("");
    try {
      form.elements.credential.value = JSON.stringify(await answer(form));
    } catch {
      say("refused");
      return;
    }
    form.submit();
  });
}

async function answer(form) {
  if (form.dataset.passkey === "sign-in") {
    const response = await fetch(form.action, { headers: { Accept: "application/json" } });
    const asked = await response.json();
    return window.webauthnJSON.get(asked.request_options);
  }
  const given = JSON.parse(document.getElementById(form.dataset.options).textContent);
  if (form.dataset.passkey === "get") return window.webauthnJSON.get(given.request_options);
  const options = given.creation_options;
  const alone = form.elements.passwordless;
  if (alone) {
    const wanted = options.publicKey.authenticatorSelection;
    wanted.residentKey = alone.checked ? "required" : "discouraged";
    wanted.requireResidentKey = alone.checked;
    if (alone.checked) wanted.userVerification = "required";
  }
  return window.webauthnJSON.create(options);
}

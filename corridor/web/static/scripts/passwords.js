// A button beside each password that shows what was typed. Without this file the field stays as it is.
const words = document.currentScript.dataset;

for (const input of document.querySelectorAll("input[type=password]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn";
  button.textContent = words.show;
  button.setAttribute("aria-controls", input.id);
  button.addEventListener("click", () => {
    const shown = input.type === "password";
    input.type = shown ? "text" : "password";
    button.textContent = shown ? words.hide : words.show;
    input.focus();
  });
  const wrap = document.createElement("div");
  wrap.className = "secret-field";
  input.replaceWith(wrap);
  wrap.append(input, button);
  input.form.addEventListener("submit", () => { input.type = "password"; });
}

// Areas over a picture: drawn, moved and resized with mouse, finger or keys. The numbers beside the
// picture are what is sent; without this script they are typed.
(() => {
  const form = document.querySelector(".covering");
  if (!form) return;
  const stage = form.querySelector(".cover-stage");
  const areas = document.getElementById("areas");
  const says = form.querySelector("[data-says]");
  const [WIDE, HIGH] = [Number(form.dataset.width), Number(form.dataset.height)];
  const SIDES = ["left", "top", "width", "height"];
  const LEAST = 1;
  const SVG = "http://www.w3.org/2000/svg";
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const blank = areas.querySelector(".area-row").cloneNode(true);
  const drawn = new Map();

  const input = (row, side) => row.querySelector(`[name="${side}"]`);
  const read = (row) => SIDES.map((side) => Number(input(row, side).value.replace(",", ".")));
  const isWhole = (row) => SIDES.every((side) => input(row, side).value.trim() !== "")
    && read(row).every(Number.isFinite) && read(row)[2] > 0 && read(row)[3] > 0;
  const within = (value, low, high) => Math.min(high, Math.max(low, value));
  const short = (value) => String(Math.round(value * 10) / 10);

  function write(row, [left, top, width, height]) {
    width = within(width, LEAST, 100);
    height = within(height, LEAST, 100);
    left = within(left, 0, 100 - width);
    top = within(top, 0, 100 - height);
    [left, top, width, height].forEach((value, place) => { input(row, SIDES[place]).value = short(value); });
    draw(row);
  }

  function draw(row) {
    let shape = drawn.get(row);
    if (!isWhole(row)) {
      if (shape) shape.remove();
      drawn.delete(row);
      return;
    }
    if (!shape) {
      shape = document.createElementNS(SVG, "g");
      shape.classList.add("drawn-area");
      shape.setAttribute("tabindex", "0");
      shape.setAttribute("role", "button");
      shape.append(document.createElementNS(SVG, "rect"), document.createElementNS(SVG, "circle"));
      shape.firstChild.setAttribute("vector-effect", "non-scaling-stroke");
      shape.addEventListener("keydown", (event) => press(event, row));
      stage.append(shape);
      drawn.set(row, shape);
    }
    const [left, top, width, height] = read(row);
    const [x, y, w, h] = [left * WIDE / 100, top * HIGH / 100, width * WIDE / 100, height * HIGH / 100];
    const [rect, grip] = shape.children;
    for (const [name, value] of Object.entries({ x, y, width: w, height: h })) rect.setAttribute(name, value);
    grip.setAttribute("cx", x + w);
    grip.setAttribute("cy", y + h);
    grip.setAttribute("r", Math.max(WIDE, HIGH) / 60);
    shape.setAttribute("aria-label", `${name_of(row)}. ${areas.dataset.keys}`);
  }

  const name_of = (row) => row.querySelector("legend").textContent;

  function press(event, row) {
    if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      remove(row);
    }
    const way = ARROWS[event.key];
    if (!way) return;
    event.preventDefault();
    const [left, top, width, height] = read(row);
    if (event.shiftKey) write(row, [left, top, within(width + way[0], LEAST, 100 - left), within(height + way[1], LEAST, 100 - top)]);
    else write(row, [left + way[0], top + way[1], width, height]);
    says.textContent = `${name_of(row)}: ${read(row).map((value) => `${value} %`).join(", ")}`;
  }

  function number() {
    [...areas.querySelectorAll(".area-row")].forEach((row, place) => {
      row.querySelector("legend").textContent = areas.dataset.label.replace("%(number)s", place + 1);
      draw(row);
    });
  }

  function begin(row) {
    row.querySelector("[data-remove]").hidden = false;
    row.querySelector("[data-remove]").addEventListener("click", () => remove(row));
    for (const side of SIDES) input(row, side).addEventListener("input", () => draw(row));
    draw(row);
  }

  function add(place) {
    const row = blank.cloneNode(true);
    for (const side of SIDES) input(row, side).value = "";
    areas.querySelector("[data-adding]").before(row);
    begin(row);
    write(row, place);
    number();
    return row;
  }

  function remove(row) {
    says.textContent = `${name_of(row)} –`;
    if (drawn.has(row)) drawn.get(row).remove();
    drawn.delete(row);
    row.remove();
    number();
    areas.querySelector("[data-adding] button").focus();
  }

  // Where a finger is, in hundredths of the picture.
  function at(event) {
    const box = stage.getBoundingClientRect();
    return [within((event.clientX - box.left) / box.width * 100, 0, 100), within((event.clientY - box.top) / box.height * 100, 0, 100)];
  }

  function pull(event) {
    if (event.button !== 0) return;
    const shape = event.target.closest(".drawn-area");
    const found = event.target.closest(".found-area");
    const [x, y] = at(event);
    const held = [...drawn].find(([, one]) => one === shape);
    const before = held && read(held[0]);
    const is_grip = event.target.tagName === "circle";
    let row = held && held[0];
    let moved = false;
    event.preventDefault();
    stage.setPointerCapture(event.pointerId);
    function move(now) {
      const [nx, ny] = at(now);
      if (!moved && Math.abs(nx - x) < LEAST && Math.abs(ny - y) < LEAST) return;
      moved = true;
      if (!row) row = add([x, y, LEAST, LEAST]);
      if (!before) write(row, [Math.min(x, nx), Math.min(y, ny), Math.abs(nx - x), Math.abs(ny - y)]);
      else if (is_grip) write(row, [before[0], before[1], within(before[2] + nx - x, LEAST, 100 - before[0]), within(before[3] + ny - y, LEAST, 100 - before[1])]);
      else write(row, [before[0] + nx - x, before[1] + ny - y, before[2], before[3]]);
    }
    function end() {
      stage.removeEventListener("pointermove", move);
      stage.removeEventListener("pointerup", end);
      stage.removeEventListener("pointercancel", end);
      if (!moved && found) toggle(found);
      if (row && drawn.has(row)) drawn.get(row).focus({ preventScroll: true });
    }
    stage.addEventListener("pointermove", move);
    stage.addEventListener("pointerup", end);
    stage.addEventListener("pointercancel", end);
  }

  const box_of = (found) => form.querySelector(`[name="found"][value="${found.dataset.found}"]`);
  function toggle(found) {
    box_of(found).checked = !box_of(found).checked;
    show(found);
  }
  const show = (found) => found.classList.toggle("is-chosen", box_of(found).checked);

  for (const found of stage.querySelectorAll(".found-area")) {
    show(found);
    box_of(found).addEventListener("change", () => show(found));
  }
  for (const row of [...areas.querySelectorAll(".area-row")]) {
    if (isWhole(row)) begin(row);
    else row.remove();
  }
  number();
  areas.querySelector("[data-drawing]").hidden = false;
  areas.querySelector("[data-adding]").hidden = false;
  areas.querySelector("[data-adding] button").addEventListener("click", () => drawn.get(add([40, 40, 20, 20])).focus());
  stage.classList.add("is-drawn-on");
  stage.addEventListener("pointerdown", pull);
})();

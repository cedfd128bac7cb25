// A card with what a cell says, on hover and on keyboard focus. Without this file browsers show the titles of
// cells by themselves, and the table beside the maps holds every number.
(() => {
  const card = document.createElement("div");
  card.className = "card";
  card.hidden = true;
  card.setAttribute("role", "status");
  document.body.append(card);
  const hide = () => { card.hidden = true; };
  const show = (text, at) => {
    if (!text) return hide();
    card.textContent = text;
    card.hidden = false;
    const left = Math.max(4, Math.min(at.left, document.documentElement.clientWidth - card.offsetWidth - 4));
    const above = at.top - card.offsetHeight - 6;
    card.style.left = left + scrollX + "px";
    card.style.top = (above < 4 ? at.bottom + 6 : above) + scrollY + "px";
  };

  // What scrolls sideways is reached by the Tab key, too.
  const reach = () => {
    for (const part of document.querySelectorAll("figure, section, .wide")) {
      part.removeAttribute("tabindex");
      if (getComputedStyle(part).overflowX !== "auto" || part.scrollWidth <= part.clientWidth) continue;
      part.tabIndex = 0;
      part.setAttribute("role", "region");
      part.setAttribute("aria-label", part.closest("figure, section, main")?.querySelector("h1, h2, h3")?.firstChild.textContent.trim() ?? "");
    }
  };
  reach();
  addEventListener("resize", reach);

  // Where the cells of a map are: by their units, whose rows have their middle at whole numbers.
  const places = (cells, rows, columns) => ({
    rows,
    columns,
    box: (row, column) => {
      const [a, b] = [[column, row - .5], [column + 1, row + .5]].map(([x, y]) => new DOMPoint(x, y).matrixTransform(cells.getScreenCTM()));
      return { left: a.x, top: a.y, bottom: b.y };
    },
    place: (event) => {
      const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(cells.getScreenCTM().inverse());
      const [row, column] = [Math.floor(point.y + .5), Math.floor(point.x)];
      return row >= 0 && row < rows && column >= 0 && column < columns ? [row, column] : null;
    },
  });

  // A map whose cells have titles: each cell speaks for itself.
  const titled = (map, cells, titles) => {
    const said = new Map();
    for (const title of titles) {
      const cell = title.parentNode;
      said.set(cell.getAttribute("d").split("h")[0], title.textContent);
      // Taken away from the browser, which would show it a second time beside the card.
      title.remove();
    }
    const box = cells.querySelector(".z").getBBox();
    return { ...places(cells, box.height, box.width), text: (row, column) => said.get(`M${column} ${row}`) };
  };

  // A map without: its table speaks, which has a row per column of the map.
  const tabled = (map, cells, table) => {
    const lines = [...table.tBodies[0].rows];
    const days = [...table.tHead.rows[0].cells].slice(1, 8).map((cell) => cell.textContent);
    const text = (row, column) => {
      const cell = lines[column].cells[row + 1];
      // Beside a rate, or its dash where all leads are too young, stands how many were judged; then what the period
      // has of them, as a fraction; then who is on shift. What there is nothing of is left out.
      const rate = cell.firstChild?.nodeType === 3 ? cell.firstChild.data : null;
      const figures = cell.querySelector("i")?.textContent.split(" · ") ?? [];
      const judged = rate && figures.shift();
      const own = figures[0]?.includes("/") ? figures.shift().split("/") : null;
      const said = [!rate ? "no leads" : rate === "–" ? "no lead old enough to judge" : `${rate}% of ${judged} pooled`];
      if (own && rate !== "–") said.push((own[1] === "0" ? "none old enough to judge" : own.join(" of ")) + " in this period");
      if (figures[0]) said.push(`${figures[0]} on shift`);
      return `${days[row]} ${lines[column].cells[0].textContent}: ${said.join("; ")}`;
    };
    return { ...places(cells, days.length, lines.length), text };
  };

  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  const table = document.querySelector(".slots table");
  for (const map of document.querySelectorAll("svg.hm")) {
    const cells = map.querySelector(".ar");
    const titles = map.querySelectorAll("title");
    let grid = null;
    if (titles.length > 0) grid = titled(map, cells, titles);
    else if (table && map.classList.contains("tabled")) grid = tabled(map, cells, table);
    if (!grid) continue;
    // One stop of the Tab key for each map; the arrow keys walk its cells.
    let [row, column] = [0, 0];
    const say = () => show(grid.text(row, column), grid.box(row, column));
    map.setAttribute("tabindex", "0");
    map.addEventListener("focus", () => { if (map.matches(":focus-visible")) say(); });
    map.addEventListener("blur", hide);
    map.addEventListener("pointermove", (event) => {
      const place = grid.place(event);
      if (place) { [row, column] = place; say(); } else hide();
    });
    map.addEventListener("pointerleave", hide);
    map.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
      if (!step) return;
      event.preventDefault();
      row = Math.min(grid.rows - 1, Math.max(0, row + step[0]));
      column = Math.min(grid.columns - 1, Math.max(0, column + step[1]));
      say();
    });
  }
})();

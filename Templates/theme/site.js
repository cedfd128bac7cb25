// A card with what a cell says, on hover and on keyboard focus. Without this file the browser shows the
// cell's title by itself, and the table beside the maps holds the same numbers.
(() => {
  const words = new WeakMap();
  const card = document.createElement("div");
  card.className = "card";
  card.hidden = true;
  card.setAttribute("role", "status");
  document.body.append(card);

  // Takes a cell's title away from the browser, which would show it a second time beside the card.
  const adopt = (cell) => {
    const title = cell.querySelector(":scope > title");
    if (title) {
      words.set(cell, title.textContent);
      cell.setAttribute("aria-label", title.textContent);
      title.remove();
    }
    return words.has(cell);
  };
  const cellAt = (node) => {
    while (node && node.closest && node.closest("svg") && node.localName !== "svg") {
      if (words.has(node) || node.querySelector(":scope > title")) return node;
      node = node.parentNode;
    }
    return null;
  };
  const hide = () => { card.hidden = true; };
  const show = (cell) => {
    if (!adopt(cell)) return;
    card.textContent = words.get(cell);
    card.hidden = false;
    const at = cell.getBoundingClientRect();
    const left = Math.max(4, Math.min(at.left, innerWidth - card.offsetWidth - 4));
    const below = at.top < card.offsetHeight + 8;
    card.style.left = left + scrollX + "px";
    card.style.top = (below ? at.bottom + 6 : at.top - card.offsetHeight - 6) + scrollY + "px";
  };

  document.addEventListener("pointerover", (event) => {
    const cell = cellAt(event.target);
    if (cell) show(cell); else hide();
  });

  // One stop of the Tab key for each map; the arrow keys walk its cells.
  for (const map of document.querySelectorAll("svg")) {
    const cells = [...map.querySelectorAll("title")].map((title) => title.parentNode).filter((cell) => cell !== map);
    if (cells.length === 0) continue;
    cells.forEach((cell) => cell.setAttribute("tabindex", "-1"));
    cells[0].setAttribute("tabindex", "0");
    map.addEventListener("focusin", (event) => { if (cells.includes(event.target)) show(event.target); });
    map.addEventListener("focusout", hide);
    map.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (event.key === "Escape") hide();
      if (!step || !cells.includes(event.target)) return;
      event.preventDefault();
      const middle = (cell) => {
        const box = cell.getBoundingClientRect();
        return [box.left + box.width / 2, box.top + box.height / 2];
      };
      const [x, y] = middle(event.target);
      let nearest = null, least = Infinity;
      for (const cell of cells) {
        const [dx, dy] = [middle(cell)[0] - x, middle(cell)[1] - y];
        const ahead = dx * step[0] + dy * step[1], aside = Math.abs(dx * step[1]) + Math.abs(dy * step[0]);
        if (ahead > 1 && ahead + 9 * aside < least) [nearest, least] = [cell, ahead + 9 * aside];
      }
      if (!nearest) return;
      event.target.setAttribute("tabindex", "-1");
      nearest.setAttribute("tabindex", "0");
      nearest.focus();
    });
  }
})();

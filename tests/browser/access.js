/* What somebody notices who works with the keyboard, or hears the page. Each returns sentences: what is wrong, and where. */
({
  /** Every stop of the Tab key: it shows the focus by other means than colour alone, and nothing that sticks covers it. */
  focus() {
    const shows = (element) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
      const ring = outlineStyle === "none" ? 0 : parseFloat(outlineWidth);
      return { ring, look: `${outlineStyle} ${outlineWidth} ${outlineColor} ${boxShadow}` };
    };
    const bearer = (stop) => (stop.closest(".kaart-titel") && stop.closest(".kaart")?.querySelector(".kaart-binnen")) || stop;
    const stuck = (element) => {
      for (let at = element; at; at = at.parentElement)
        if (["fixed", "sticky"].includes(getComputedStyle(at).position)) return at;
      return null;
    };
    const covered = (stop) => {
      const box = stop.getBoundingClientRect();
      const edge = (from, size, limit) => [from + 2, from + size / 2, from + size - 2].filter((at) => at >= 0 && at < limit);
      const points = edge(box.left, box.width, innerWidth).flatMap((x) => edge(box.top, box.height, innerHeight).map((y) => [x, y]));
      if (!points.length) return "is out of sight";
      for (const [x, y] of points) {
        const over = document.elementFromPoint(x, y);
        const bar = over && !stop.contains(over) && !over.contains(stop) && stuck(over);
        if (bar && !bar.contains(stop)) return `lies under ${bar.className || bar.tagName}`;
      }
      return "";
    };
    const wrong = [];
    for (const stop of measures.stops()) {
      if (!stop.isConnected || !stop.checkVisibility({ visibilityProperty: true })) continue; // closed by an earlier stop
      document.activeElement.blur();
      const before = shows(bearer(stop));
      stop.focus();
      const name = measures.brief(stop);
      if (document.activeElement !== stop) {
        wrong.push(`${name} takes no focus`);
        continue;
      }
      const after = shows(bearer(stop));
      if (after.ring < 2 || after.look === before.look) wrong.push(`${name} does not show the focus (${after.look})`);
      const hidden = covered(stop);
      if (hidden) wrong.push(`${name} ${hidden}`);
    }
    return wrong;
  },

  /** Where the Tab key stops. */
  stops() {
    const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]");
    return [...all].filter(
      (each) => each.tabIndex >= 0 && !each.disabled && !each.closest("[inert]") && each.checkVisibility({ visibilityProperty: true }),
    );
  },

  /** No stop comes before or after its place in the text. */
  order() {
    return measures.stops().filter((each) => each.tabIndex > 0).map((each) => `${measures.brief(each)} jumps the queue`);
  },

  /** Links and buttons that sound the same do the same. */
  names() {
    const found = new Map();
    for (const link of document.querySelectorAll("a[href]")) {
      if (!link.checkVisibility({ visibilityProperty: true }) || link.closest("[aria-hidden=true]")) continue;
      const name = measures.heard(link).toLowerCase();
      const { origin, pathname, search, hash } = new URL(link.href);
      found.set(name, (found.get(name) ?? new Set()).add(`${origin}${pathname}${search}${hash}`));
    }
    return [...found].flatMap(([name, places]) =>
      !name ? [`no name: ${[...places]}`] : places.size > 1 ? [`‘${name}’ leads to ${[...places].join(" and ")}`] : []);
  },

  /** Buttons that sound the same stand in a group that tells them apart; those that do the same may. */
  buttons() {
    const seen = new Map();
    const wrong = [];
    for (const button of document.querySelectorAll("button")) {
      if (!button.checkVisibility({ visibilityProperty: true })) continue;
      const name = measures.heard(button).toLowerCase();
      const group = button.closest("form, fieldset, details, section, dialog, li, main, header, footer");
      const other = seen.get(name);
      if (!name) wrong.push(`no name: ${button.outerHTML.slice(0, 80)}`);
      else if (other === group) wrong.push(`‘${name}’ twice in ${group.className || group.tagName}`);
      seen.set(name, group);
    }
    return wrong;
  },

  /** One first heading, and no level is skipped. */
  headings() {
    const all = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6, [role=heading]")].filter((each) => each.checkVisibility({ visibilityProperty: true }));
    const levels = all.map((each) => Number(each.getAttribute("aria-level") ?? each.tagName[1]));
    const wrong = levels.filter((level) => level === 1).length === 1 ? [] : [`first headings: ${levels.filter((level) => level === 1).length}`];
    levels.forEach((level, at) => {
      if (level > (levels[at - 1] ?? 0) + 1) wrong.push(`‘${all[at].textContent.trim()}’ is ${level} after ${levels[at - 1] ?? 0}`);
      if (!measures.heard(all[at])) wrong.push(`an empty heading of level ${level}`);
    });
    return wrong;
  },

  /** What stands in a table of facts has its column and row. */
  tables() {
    const wrong = [];
    for (const table of document.querySelectorAll("table")) {
      if (!table.checkVisibility()) continue;
      if (!table.caption && !table.closest(".tekst")) wrong.push(`a table without a name: ${table.className}`);
      for (const head of table.querySelectorAll("th")) if (!head.scope && !table.closest(".tekst")) wrong.push(`‘${head.textContent}’ heads nothing`);
    }
    return wrong;
  },

  /** What a page says while it works stands in a place that was there before, and is said when there is time. */
  live() {
    return [...document.querySelectorAll("[role=alert], [aria-live=assertive]")].filter((each) => each.textContent.trim() && each.checkVisibility())
      .map((each) => `interrupts: ${each.textContent.trim()}`);
  },

  brief: (element) => `${element.tagName.toLowerCase()} ‘${measures.heard(element).slice(0, 60)}’`,

  /** The name of a link, button or heading, as far as this site makes them: a label, or the text without what is hidden. */
  heard(element) {
    const label = element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent;
    if (label) return label.replace(/\s+/g, " ").trim();
    const copy = element.cloneNode(true);
    for (const hidden of copy.querySelectorAll("[aria-hidden=true], [hidden], svg")) hidden.remove();
    for (const image of copy.querySelectorAll("img")) image.replaceWith(image.alt);
    return copy.textContent.replace(/\s+/g, " ").trim();
  },
})

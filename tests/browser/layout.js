// What a reader cannot read or hit in the page as it is laid out now: functions that return a line for each fault.
(() => {
  const POPS_UP = 4; // the z-index from which a part lies over the page on purpose
  const LETTER = 0.36; // of the size of the type: half the height of a letter, which a line of 0.9 leaves room for
  const SMALL = 24; // CSS pixels: SC 2.5.8

  const named = (element) => {
    const words = (element.getAttribute("aria-label") || element.textContent || element.id).trim();
    return `<${element.localName}${element.className?.trim ? `.${element.className.trim()}` : ""}> ${words.replace(/\s+/g, " ").slice(0, 40)}`;
  };
  const style = (element) => getComputedStyle(element);

  /** Ask the same of an element once for each way the page is laid out. */
  const kept = [];
  const keep = (ask) => {
    const answers = new Map();
    kept.push(answers);
    return (element) => {
      if (!answers.has(element)) answers.set(element, ask(element));
      return answers.get(element);
    };
  };
  /** Return a function that finds the nearest of an element and what it is in that passes *test*. */
  const nearest = (test) => {
    const find = keep((element) => (!element || element === document.documentElement ? null
      : test(element) ? element : find(element.parentElement)));
    return find;
  };

  const unseen = nearest((each) => each.matches(".voor-lezer, .naar-inhoud:not(:focus), .meetblad, .lijnen")
    || style(each).clipPath === "inset(50%)");
  const shown = keep((element) => element.checkVisibility({ visibilityProperty: true }) && !unseen(element));
  const windowOf = nearest((each) => ["auto", "scroll", "hidden", "clip"].includes(style(each).overflowX));
  const blockOf = nearest((each) => !["inline", "contents"].includes(style(each).display));
  const layerOf = nearest((each) => each.matches(":popover-open") || ["fixed", "sticky"].includes(style(each).position)
    || (style(each).position !== "static" && Number(style(each).zIndex) >= POPS_UP));
  const drawnBox = nearest((each) => blockOf(each) === each
    && (style(each).backgroundColor !== "rgba(0, 0, 0, 0)" || parseFloat(style(each).borderLeftWidth) > 0));
  const placed = nearest((each) => style(each).position !== "static");
  const stuck = (element) => {
    for (let each = element; each; each = each.parentElement) {
      if (["fixed", "sticky"].includes(style(each).position) && each.getBoundingClientRect().height < innerHeight * 0.9) return true;
    }
    return false;
  };

  /** What sticks out of the window, unless it lies in a part that scrolls, and the width of the page itself. */
  const wide = () => {
    const width = document.documentElement.clientWidth;
    const out = [...document.querySelectorAll("body *")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width && (box.right > width + 1 || box.left < -1) && shown(element) && !element.closest("svg")
        && !windowOf(element.parentElement);
    });
    const whole = document.documentElement.scrollWidth;
    return [...(whole > width ? [`the page is ${whole} wide`] : []), ...out.map((each) => `too wide: ${named(each)}`)];
  };

  /** What scrolls sideways or down without a name, or without a way in for the keyboard. */
  const scrolling = () => [...document.querySelectorAll("body *")]
    .filter((each) => ["auto", "scroll"].includes(style(each).overflowX) || ["auto", "scroll"].includes(style(each).overflowY))
    .filter((each) => shown(each) && !each.matches("textarea, input, select"))
    .filter((each) => each.scrollWidth > each.clientWidth + 1)
    .filter((each) => !(each.tabIndex >= 0 && (each.getAttribute("aria-label") || each.getAttribute("aria-labelledby"))
      && ["region", "group"].includes(each.getAttribute("role"))))
    .map((each) => `scrolls sideways without a name or the keyboard: ${named(each)}`);

  /** Each line of text as the box of its letters, cut to what the parts around it let through. */
  const lines = keep(() => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || !shown(element) || element.closest("svg, select, datalist, script, template, iframe")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const half = parseFloat(style(element).fontSize) * LETTER;
      for (const box of range.getClientRects()) {
        const middle = (box.top + box.bottom) / 2;
        const line = { element, left: box.left, right: box.right, top: middle - half, bottom: middle + half };
        for (let each = windowOf(element); each; each = windowOf(each.parentElement)) {
          const around = each.getBoundingClientRect();
          line.left = Math.max(line.left, around.left);
          line.right = Math.min(line.right, around.right);
          line.top = Math.max(line.top, around.top);
          line.bottom = Math.min(line.bottom, around.bottom);
        }
        if (line.right - line.left > 1 && line.bottom - line.top > 1) found.push(line);
      }
    }
    return found;
  });

  /** Two texts that lie over each other. */
  const overlapping = () => {
    const all = lines(document.body).sort((one, other) => one.top - other.top);
    const found = new Set();
    all.forEach((one, place) => {
      for (const other of all.slice(place + 1)) {
        if (other.top > one.bottom - 2) break;
        const meets = Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2;
        if (meets && layerOf(one.element) === layerOf(other.element) && blockOf(one.element) !== blockOf(other.element)) {
          found.add(`over each other: ${named(one.element)} and ${named(other.element)}`);
        }
      }
    });
    return [...found];
  };

  /** Text that sticks out of the box drawn around it, and text that is cut off. */
  const cut = () => {
    const found = new Set();
    for (const line of lines(document.body)) {
      const around = drawnBox(line.element);
      const box = around?.getBoundingClientRect();
      if (box && (line.left < box.left - 1 || line.right > box.right + 1 || line.top < box.top - 1 || line.bottom > box.bottom + 1)) {
        found.add(`out of its box: ${named(line.element)} in ${named(around)}`);
      }
    }
    for (const element of document.querySelectorAll("body *")) {
      if (!["hidden", "clip"].includes(style(element).overflowX) || !shown(element) || element.closest("svg, iframe")) continue;
      const [wider, higher] = [element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight];
      if (element.textContent.trim() && (wider > 1 || higher > 1)) found.add(`cut off: ${named(element)} (${wider} x ${higher})`);
    }
    for (const field of document.querySelectorAll("input:not([type=checkbox], [type=radio]), select, button")) {
      const needs = parseFloat(style(field).fontSize) * LETTER * 2;
      if (shown(field) && field.clientHeight < needs) found.add(`too low for its letters: ${named(field)}`);
    }
    return [...found];
  };

  /** Where a pointer hits: the label of a box to tick, the whole card of a link that covers it, each line of a link. */
  const area = (target, lines = false) => {
    const label = target.matches("[type=checkbox], [type=radio]") && target.closest("label");
    const cover = getComputedStyle(target, "::after").position === "absolute";
    const element = label || (cover ? placed(target.parentElement) : target);
    return lines ? [...element.getClientRects()] : element.getBoundingClientRect();
  };

  /** A link in a sentence: its line belongs to the words around it. */
  const inSentence = (target) => {
    if (style(target).display !== "inline") return false;
    const block = blockOf(target.parentElement);
    const links = [...block.querySelectorAll("a, button")].map((each) => each.textContent).join("");
    const letters = (text) => text.replace(/[\s,;.·()–-]/g, "").length;
    return letters(block.textContent) > letters(links);
  };

  /** Targets below 24 by 24 pixels that have no room of 24 pixels around them either (SC 2.5.8). */
  const small = () => {
    const targets = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [role=option]")]
      .filter((each) => shown(each) && !each.disabled && !each.closest("svg[aria-hidden], [inert]"))
      .map((each) => ({ each, box: area(each), boxes: area(each, true) }))
      .filter(({ box }) => box.width && box.height);
    const tight = ({ box }) => box.width < SMALL - 0.5 || box.height < SMALL - 0.5;
    const centre = ({ box }) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const near = (one, other) => {
      const [x, y] = centre(one);
      if (tight(other)) return Math.hypot(x - centre(other)[0], y - centre(other)[1]) < SMALL;
      return other.boxes.some((box) =>
        Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)) < SMALL / 2);
    };
    return targets
      .filter((one) => tight(one) && !inSentence(one.each))
      .filter((one) => targets.some((other) => other !== one && !other.each.contains(one.each) && !one.each.contains(other.each)
        && !covers(other, one) && near(one, other)))
      .map(({ each, box }) => `small target: ${named(each)} ${Math.round(box.width)} x ${Math.round(box.height)} in ${named(each.parentElement)}`);
  };
  /** A card that is one large link lies below what stands on it. */
  const covers = (large, one) => getComputedStyle(large.each, "::after").position === "absolute"
    && large.box.left <= one.box.left && large.box.right >= one.box.right;

  /** The part of a low window that what sticks to its edges leaves to the text. */
  const left = () => {
    let free = 1;
    for (const x of [200, 300]) {
      const rows = Array.from({ length: Math.floor(innerHeight / 4) }, (_, row) => row * 4 + 1);
      free = Math.min(free, rows.filter((y) => !stuck(document.elementFromPoint(x, y))).length / rows.length);
    }
    return free;
  };
  const roomless = () => {
    const faults = [];
    for (const part of [0, 0.5, 1]) {
      scrollTo(0, document.documentElement.scrollHeight * part);
      if (left() < 0.5) faults.push(`only ${Math.round(left() * 100)} % of the window is left at ${part} of the page`);
    }
    scrollTo(0, 0);
    return faults;
  };

  /** What moves although the reader asked for rest. */
  const moving = () => [document.documentElement, ...document.querySelectorAll("body *")].flatMap((element) =>
    ["", "::before", "::after"].flatMap((part) => {
      const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(element, part);
      const long = (durations) => durations.split(",").some((each) => parseFloat(each) > 0.05);
      const moves = long(transitionDuration) || (animationName !== "none" && long(animationDuration)) || scrollBehavior === "smooth";
      return moves ? [`moves: ${named(element)}${part}`] : [];
    }));

  const measures = { wide, scrolling, overlapping, cut, small, roomless, moving };
  return (names) => {
    kept.forEach((answers) => answers.clear());
    return Object.fromEntries(names.map((name) => [name, measures[name]()]));
  };
})()

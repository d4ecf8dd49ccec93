/**
 * What to search for: from what was typed to words the catalogue knows. Pure: text and vocabulary in, a plan out.
 *
 * A word is taken as it is, else in another inflection, else as parts of a compound, else as the nearest word the
 * catalogue has. What is none of these is no word here, and is not searched.
 */

/**
 * @typedef {object} Vocabulary
 * @property {number} fiches how many fiches there are
 * @property {Readonly<Record<string, number>>} words in how many fiches each word is found
 *
 * @typedef {object} Term something to find
 * @property {readonly string[]} forms words to search, the best first
 * @property {number} weight how much it says: more for a word of few fiches
 *
 * @typedef {object} Plan
 * @property {readonly Term[]} terms
 * @property {string} corrected the query as it is searched, when a word was corrected; else ""
 */

/** Words that say how one asks, not what about. */
const STOP = new Set(
  ("aan al alle als ander andere bij dan dat de der deze die dit doen doe doet door een eens en er geef geeft geen gaan gaat geven had hebben heb hebt heeft het hier " +
    "hij hoe hoeveel hun iemand iets ik in is ja je jullie kan kun kunnen krijg krijgen krijgt maar maken me mee meer men met mij mijn moet moeten na naar nadat niet nog nu of om " +
    "ons onze ook op over te tegen ten ter tot u uit uw van vanuit vanaf veel via vind vinden vindt voor waar waarom wanneer wat we welk welke wel wie wij wil willen worden wordt " +
    "zal ze zich zij zijn zo zoals zoek zoeken zoekt zou au aux avec ce comment dans de des du et il la le les ou par pour que qui sur un une the of and to").split(" "),
);

const FORMS_AT_MOST = 4;

/**
 * The words of a text in lower case and without accents.
 * @param {string} text
 * @returns {string[]}
 */
export const fold = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * What the inflections of a Dutch word share: without its ending, doubled letters single. brugfiguren and brugfiguur are
 * brugfigur, lessen and les are les.
 * @param {string} word
 * @returns {string}
 */
export function stem(word) {
  const bare = word.length > 4 ? word.replace(/(?:jes|je|en|(?<=[cs]h)es|(?<=[lmnr]|[aeiou]{2})s|e)$/, "") : word;
  return bare.replace(/v$/, "f").replace(/z$/, "s").replace(/([a-z])\1/g, "$1");
}

/**
 * A planner for one vocabulary.
 * @param {Vocabulary} vocabulary
 * @returns {(query: string) => Plan}
 */
export function makePlanner({ fiches, words }) {
  const vocabulary = Object.keys(words);
  const stems = Map.groupBy(vocabulary, stem);
  const known = (/** @type {string} */ word) => Object.hasOwn(words, word);
  const byCount = (/** @type {string[]} */ found) => found.sort((a, b) => words[b] - words[a]);
  const rarity = (/** @type {readonly string[]} */ forms) =>
    Math.log(1 + fiches / Math.max(1, ...forms.map((form) => words[form] ?? 0)));

  /** The word itself and its inflections. */
  function family(/** @type {string} */ word) {
    const others = byCount((stems.get(stem(word)) ?? []).filter((other) => other !== word));
    return [...(known(word) ? [word] : []), ...others].slice(0, FORMS_AT_MOST);
  }

  /** The two known words a compound is made of. */
  function halves(/** @type {string} */ word) {
    for (let at = 3; at <= word.length - 3; at++) {
      const tail = family(word.slice(at));
      if (!tail.length) continue;
      const start = word.slice(0, at);
      for (const link of ["", "s", "en", "e", "n"]) {
        const head = start.slice(0, at - link.length);
        const found = start.endsWith(link) && head.length >= 3 ? family(head) : [];
        if (found.length) return [found, tail];
      }
    }
    return null;
  }

  /** The nearest word of the vocabulary, by typing errors; "" when none is near. */
  function nearest(/** @type {string} */ word) {
    if (word.length < 4) return "";
    const most = word.length < 8 ? 1 : 2;
    let best = "";
    let least = most + 1;
    for (const other of vocabulary) {
      if (Math.abs(other.length - word.length) > most || (other[0] !== word[0] && other[1] !== word[1])) continue;
      const far = distance(word, other, most);
      if (far < least || (far === least && best && words[other] > words[best])) [best, least] = [other, far];
    }
    return best;
  }

  /** The beginnings of words, for who is still typing. */
  const begun = (/** @type {string} */ word) =>
    word.length < 3 ? [] : byCount(vocabulary.filter((other) => other.startsWith(word))).slice(0, FORMS_AT_MOST);

  return (query) => {
    const typed = fold(query);
    const told = typed.filter((word) => !STOP.has(word));
    /** @type {Term[]} */
    const terms = [];
    const add = (/** @type {string[]} */ forms, share = 1) => {
      if (forms.length) terms.push({ forms, weight: share * rarity(forms) });
    };
    const searched = new Map();
    const list = told.length ? told : typed;
    list.forEach((word, place) => {
      const following = list[place + 1];
      if (following) {
        const joined = ["", "s"].map((link) => word + link + following).find((each) => known(each) || stems.has(stem(each)));
        if (joined) add(family(joined), 1.5);
      }
      const forms = family(word);
      if (forms.length) return add(forms);
      const near = nearest(word);
      const two = halves(word);
      if (two && !(near && distance(word, near, 1) <= 1)) return two.forEach((part) => add(part, 0.6));
      if (near) {
        searched.set(word, near);
        return add(family(near));
      }
      add(begun(word), 0.8);
    });
    const corrected = searched.size ? typed.map((word) => searched.get(word) ?? word).join(" ") : "";
    return { terms, corrected };
  };
}

/**
 * How many typing errors lie between two words: a letter more, less, other, or two exchanged.
 * @param {string} a
 * @param {string} b
 * @param {number} most above this it does not matter: most + 1
 * @returns {number}
 */
export function distance(a, b, most) {
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[b.length], most + 1);
}

/**
 * One ranking of the rankings of all terms: a fiche gets from each term what that says, more when it ranks well there.
 * @param {readonly {weight: number, found: ReadonlyMap<string, number>}[]} parts for each term the score of each slug, 0-1
 * @returns {string[]} slugs, best first; those that share only little with the query are left out
 */
export function fuse(parts) {
  const total = new Map();
  for (const { weight, found } of parts)
    for (const [slug, score] of found) total.set(slug, (total.get(slug) ?? 0) + weight * (0.4 + 0.6 * score));
  const ranked = [...total].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const least = (ranked[0]?.[1] ?? 0) * 0.15;
  return ranked.filter(([, points]) => points >= least).map(([slug]) => slug);
}

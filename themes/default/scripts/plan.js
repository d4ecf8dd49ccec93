/**
 * What to search for: from what was typed to words the catalogue knows. Pure: text and vocabulary in, a plan out.
 *
 * A word is taken as it is, else in another inflection, else as the nearest word the catalogue has, else as parts of a
 * compound, else as the beginning of a word. What is none of these is no word here, and is not searched.
 */

import { distance, fold, kin, single, sound, stem } from "./spelling.js";

/**
 * @typedef {object} Vocabulary
 * @property {number} fiches how many fiches there are
 * @property {Readonly<Record<string, number>>} words in how many fiches each word is found
 * @property {readonly string[]} aside the words no fiche is about: they only stand in running text
 *
 * @typedef {object} Form a word to search
 * @property {string} word
 * @property {number} share what it counts, from 0 to 1: 1 for what was typed, less for what is only kin to it
 *
 * @typedef {object} Term something to find
 * @property {readonly Form[]} forms the best first
 * @property {number} weight how much it says: more for a word of few fiches
 *
 * @typedef {object} Plan
 * @property {readonly Term[]} terms
 * @property {string} corrected the query as it is searched, when a word was corrected; else ""
 */

/** Words that say how one asks, not what about. */
const STOP = new Set(
  ("aan af al alle alles als altijd ander andere anderen anders beetje begin beginnen begint bestaan bestaat beter bij binnen bijvoorbeeld blijf blijft blijven breng brengen brengt daar daarna dan dat de den der deze die ding dingen dit doe doen doet door dus " +
    "echt een eens eerst eigen eigenlijk elk elke en enkel enkele er erg ergens ervaring even extra ga gaan gaat gebeuren gebeurt gebruik gebruiken gebruikt geef geeft geen gegeven genoeg geraken geven goed goede graag " +
    "had hadden haal haalt halen hangt heb hebben hebt heeft help helpen helpt het hier hij hoe hoeveel hoor horen hou houd houden houdt hun ie iedereen iemand iets ik in is ja jaar je jij jou jouw jullie " +
    "kan keer ken kennen kent kies kiezen kom komen komt kreeg kregen krijg krijgen krijgt kun kunnen laat laten leg leggen legt lig liggen ligt loop loopt lopen lukken lukt maak maakt maar maken makkelijk manier manieren mag me mee meer meest men mensen merken met mij mijn misschien moeilijk moet moeten mogelijk " +
    "na naar naast nadat neem neemt nemen net niemand niet niets nodig nog nooit nu of om omdat omgaan onder ongeveer ons onze ook op over pak pakken per plots proberen probeert raak raakt raken reeds rond samen " +
    "slaag slagen snel soms sommige sta staan staat steeds stel stellen stelt te tegen ten ter terug terwijl tijdens toch toen tot tussen u uit uw vaak vallen van vanaf vandaag vanuit veel verder via vind vinden vindt voel voelen volgens voor vooral vragen vraag vraagt " +
    "waar waarin waarmee waarom waarop wanneer want was wat we weer weet wel welk welke werd werden weten wie wij wil willen word worden wordt zag zal ze zeer zeg zeggen zegt zelf zet zetten zich zie zien ziet zij zijn zit zitten zo zoals zodat zoek zoeken zoekt zomaar zonder zorgen zou zouden zult " +
    "au aux avec c ce ces comment d dans de des du en est et il j je l la le les leur leurs ma mes n nos notre nous ou par pas pour qu que quel quelle qui s se ses son sont sur t un une vos votre vous " +
    "a an and are at by can do for from how i in is it of on or our the their to we what who with you your").split(" "),
);

const FORMS_AT_MOST = 4;
const KIN_AT_MOST = 3;

/** What a word counts that is the same in another inflection, that is kin, and that only begins like what was typed. */
const INFLECTED = 0.9;
const KIN = 0.3;
const BEGUN = 0.8;

/** What a term counts beside one of a word as it was typed. */
const JOINED = 1.5;
const PART_OF_JOINED = 0.75;
const HALF = 0.6;
const TAIL = 0.4;
const ASIDE = 0.25;

/** A term of more words than this is not looked for. */
const LONGEST_PHRASE = 6;

/**
 * A planner for one vocabulary.
 * @param {Vocabulary} vocabulary
 * @returns {(query: string, exact?: boolean) => Plan} *exact* mends no words
 */
export function makePlanner({ fiches, words, aside }) {
  const vocabulary = Object.keys(words);
  const [stems, kins, sounds] = [stem, kin, sound].map((alike) => Map.groupBy(vocabulary, alike));
  const unimportant = new Set(aside);
  const known = (/** @type {string} */ word) => Object.hasOwn(words, word);
  const byCount = (/** @type {string[]} */ found) => found.sort((a, b) => words[b] - words[a]);

  /** The word itself and its inflections; nothing when the catalogue has none of them. */
  function family(/** @type {string} */ word) {
    const others = byCount((stems.get(stem(word)) ?? []).filter((other) => other !== word));
    const found = [...(known(word) ? [word] : []), ...others].slice(0, FORMS_AT_MOST);
    return found.map((form, place) => ({ word: form, share: place ? INFLECTED : 1 }));
  }

  /** The words further away: of the same verb. */
  function kindred(/** @type {string} */ word, /** @type {Form[]} */ near) {
    const taken = new Set(near.map((form) => form.word));
    const found = byCount((kins.get(kin(word)) ?? []).filter((other) => !taken.has(other)));
    return found.slice(0, KIN_AT_MOST).map((form) => ({ word: form, share: near.length ? KIN : INFLECTED }));
  }

  const meaning = (/** @type {string} */ word) => {
    const near = family(word);
    return [...near, ...kindred(word, near)];
  };

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

  /** The known word a compound ends in, which says what it is. */
  function tail(/** @type {string} */ word) {
    for (let at = 3; at <= word.length - 5; at++) {
      const found = family(word.slice(at));
      if (found.length) return found;
    }
    return [];
  }

  /** The nearest word of the vocabulary, by typing errors and sound; "" when none is near. */
  function nearest(/** @type {string} */ word) {
    if (word.length < 5 || /^\d+$/.test(word)) return "";
    const most = word.length < 8 ? 1 : 2;
    let [best = ""] = byCount((sounds.get(sound(word)) ?? []).slice());
    let least = best ? 1 : most + 1;
    for (const other of vocabulary) {
      if (Math.abs(other.length - word.length) > most || (other[0] !== word[0] && other[1] !== word[1])) continue;
      const far = distance(word, other, most);
      if (far < least || (far === least && best && words[other] > words[best])) [best, least] = [other, far];
    }
    return best;
  }

  /** The beginnings of words, for who is still typing. */
  const begun = (/** @type {string} */ word) =>
    word.length < 3
      ? []
      : byCount(vocabulary.filter((other) => other.startsWith(word)))
          .slice(0, FORMS_AT_MOST)
          .map((form) => ({ word: form, share: BEGUN }));

  /** What one term says: much when few fiches have it, little when no fiche is about it. */
  function weigh(/** @type {readonly Form[]} */ forms) {
    const own = forms.filter(({ share }) => share >= INFLECTED);
    const most = Math.max(1, ...(own.length ? own : forms).map(({ word }) => words[word]));
    const rarity = Math.log(1 + fiches / most);
    return forms.every(({ word }) => unimportant.has(word)) ? ASIDE * rarity : rarity;
  }

  /** The words from *at* on that are one word or one term of the catalogue when written as one; the most of them. */
  function joined(/** @type {readonly string[]} */ typed, /** @type {number} */ at) {
    for (let length = Math.min(LONGEST_PHRASE, typed.length - at); length > 1; length--) {
      const parts = typed.slice(at, at + length);
      const ways = length === 2 ? ["", "s"] : [""];
      const found = ways.map((link) => family(parts.join(link))).find((forms) => forms.length);
      if (found) return { forms: found, length };
    }
    return { forms: [], length: 0 };
  }

  /** What is known of a word that the catalogue has: itself when it is typed so, and what is mended in it. */
  function read(/** @type {string} */ word) {
    const forms = meaning(word);
    const same = !known(word) && forms.find((form) => single(form.word) === single(word));
    return { parts: forms.length ? [forms] : [], share: 1, mended: same ? same.word : "" };
  }

  /** What a word may stand for that the catalogue does not have. */
  function guess(/** @type {string} */ word) {
    const near = nearest(word);
    const two = halves(word);
    if (two && !(near && distance(word, near, 1) <= 1)) return { parts: two, share: HALF, mended: "" };
    if (near) return { parts: [meaning(near)], share: 1, mended: near };
    const rest = tail(word);
    if (rest.length) return { parts: [rest], share: TAIL, mended: "" };
    return { parts: [begun(word)], share: 1, mended: "" };
  }

  const literal = (/** @type {string} */ word) => (known(word) ? [{ word, share: 1 }] : []);

  return (query, exact = false) => {
    const typed = fold(query);
    const asked = typed.filter((word) => !STOP.has(word)).length ? (/** @type {string} */ word) => !STOP.has(word) : () => true;
    /** @type {Term[]} */
    const terms = [];
    const add = (/** @type {Form[]} */ forms, share = 1) => {
      if (forms.length) terms.push({ forms, weight: share * weigh(forms) });
    };
    const mended = new Map();
    let joinedUntil = 0;
    typed.forEach((word, at) => {
      if (exact) return asked(word) && add(literal(word));
      const whole = at < joinedUntil ? { forms: [], length: 0 } : joined(typed, at);
      if (whole.length) {
        add(whole.forms, JOINED);
        joinedUntil = at + whole.length;
      }
      if (!asked(word)) return;
      const known = read(word);
      const { parts, share, mended: right } = known.parts.length ? known : guess(word);
      for (const part of parts) add(part, at < joinedUntil ? share * PART_OF_JOINED : share);
      if (right) mended.set(word, right);
    });
    const corrected = mended.size ? typed.map((word) => mended.get(word) ?? word).join(" ") : "";
    return { terms, corrected };
  };
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

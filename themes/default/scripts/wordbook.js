/**
 * The words of the catalogue, and how to look one up that is typed otherwise: inflected, of the same verb, as a compound,
 * mistyped or only begun. Pure.
 */

import { beginsAlike, distance, kin, sound, stem } from "./spelling.js";
import { STOP } from "./stop_words.js";

/**
 * @typedef {object} Form a word to search
 * @property {string} word
 * @property {number} share what it counts, from 0 to 1: 1 for what was typed, less for what is only kin to it
 *
 * @typedef {ReturnType<typeof makeWordbook>} Wordbook
 */

const FORMS_AT_MOST = 4;
const KIN_AT_MOST = 3;

/** What a word counts that is the same in another inflection, that is kin, and that only begins like what was typed. */
export const INFLECTED = 0.9;
const KIN = 0.3;
const BEGUN = 0.8;

/** What may stand between the parts of a compound. */
const LINKS = ["", "s", "en", "e", "n"];

/**
 * @param {Readonly<Record<string, number>>} words in how many fiches each word is found; none for a word of the field that
 *   no fiche has: it is right as it is, but finds nothing
 * @param {ReadonlySet<string>} aside those that no fiche is about: nothing that is typed otherwise is taken for one
 */
export function makeWordbook(words, aside) {
  const all = Object.keys(words).filter((word) => words[word]);
  const important = all.filter((word) => !aside.has(word));
  const [stems, kins, sounds] = [stem, kin, sound].map((alike) => Map.groupBy(all, alike));
  const known = (/** @type {string} */ word) => Object.hasOwn(words, word);
  const byCount = (/** @type {readonly string[]} */ found) => [...found].sort((a, b) => words[b] - words[a]);

  /** The word as it is typed, or nothing. */
  const literal = (/** @type {string} */ word) => (words[word] ? [{ word, share: 1 }] : []);

  /** The word itself and its inflections; nothing when the catalogue has none of them. */
  function family(/** @type {string} */ word) {
    const others = byCount((stems.get(stem(word)) ?? []).filter((other) => other !== word));
    return [...literal(word), ...others.map((form) => ({ word: form, share: INFLECTED }))].slice(0, FORMS_AT_MOST);
  }

  /** The same as a part of a compound: nothing when it says nothing or no fiche is about it. */
  function part(/** @type {string} */ word) {
    const forms = STOP.has(word) ? [] : family(word);
    return forms.some((form) => !aside.has(form.word)) ? forms : [];
  }

  /** The same, and the words further away: of the same verb. */
  function meaning(/** @type {string} */ word) {
    const near = family(word);
    const taken = new Set(near.map((form) => form.word));
    const others = byCount((kins.get(kin(word)) ?? []).filter((other) => !taken.has(other))).slice(0, KIN_AT_MOST);
    return [...near, ...others.map((form) => ({ word: form, share: near.length ? KIN : INFLECTED }))];
  }

  /** The two words a compound is made of, each with its inflections; null when it is none. */
  function halves(/** @type {string} */ word) {
    for (let at = 3; at <= word.length - 3; at++) {
      const tail = part(word.slice(at));
      const head = tail.length ? headOf(word.slice(0, at)) : [];
      if (head.length) return [head, tail];
    }
    return null;
  }

  /** The word that stands before a link. */
  function headOf(/** @type {string} */ start) {
    const heads = LINKS.filter((link) => start.endsWith(link)).map((link) => start.slice(0, start.length - link.length));
    return heads.filter((head) => head.length >= 3).map(part).find((forms) => forms.length) ?? [];
  }

  /** The word a compound ends in, which says what it is. */
  function tail(/** @type {string} */ word) {
    for (let at = 3; at <= word.length - 6; at++) {
      const found = part(word.slice(at));
      if (found.length) return found;
    }
    return [];
  }

  /** The nearest word, by typing errors and by sound; "" when none is near. */
  function nearest(/** @type {string} */ word) {
    if (word.length < 5 || /^\d+$/.test(word)) return "";
    const most = word.length < 10 ? 1 : 2;
    let [best = ""] = byCount((sounds.get(sound(word)) ?? []).filter((other) => !aside.has(other)));
    let least = best ? 1 : most + 1;
    for (const other of important) {
      if (Math.abs(other.length - word.length) > most || !beginsAlike(word, other)) continue;
      const far = distance(word, other, most);
      if (far < least || (far === least && best && words[other] > words[best])) [best, least] = [other, far];
    }
    return best;
  }

  /** The words that begin like this, for who is still typing. */
  function begun(/** @type {string} */ word) {
    const found = word.length < 4 ? [] : byCount(important.filter((other) => other.startsWith(word)));
    return found.slice(0, FORMS_AT_MOST).map((form) => ({ word: form, share: BEGUN }));
  }

  /** Whether fiches are about it. */
  const telling = (/** @type {string} */ word) => literal(word).length > 0 && !aside.has(word);

  return { known, telling, literal, family, meaning, halves, tail, nearest, begun };
}

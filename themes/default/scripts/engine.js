/**
 * The text search: a query goes in, slugs come out, best first. The only module that knows Pagefind, which is
 * loaded once, with what plans a search, when someone is about to search, and never before.
 */

import { readJson } from "./site.js";

/** What a word counts in the title and in the words a fiche does not show, against 1 in its text. */
const META_WEIGHTS = { title: 3, zoekwoorden: 4, zelfde: 1, verwant: 0.02 };

/**
 * The part of Pagefind's module that is used.
 * @typedef {object} Pagefind
 * @property {(options: object) => Promise<void>} options
 * @property {() => Promise<void>} init
 * @property {() => Promise<void>} destroy
 * @property {(query: string) => Promise<{results: {id: string, score: number}[]}>} search
 *
 * @typedef {object} Sources where Pagefind, what plans a search and the build's map from a result's id to a slug come from
 * @property {() => Promise<Pagefind>} module
 * @property {() => Promise<Record<string, string>>} slugs
 * @property {() => Promise<typeof import("./plan.js")>} planning
 * @property {() => Promise<import("./plan.js").Vocabulary>} vocabulary
 *
 * @typedef {object} Found
 * @property {string[]} slugs best first
 * @property {string} corrected what was searched, when that is not what was typed
 * @property {string[]} words what was looked for
 * @property {readonly string[]} telling the typed words that fiches are about
 *
 * @typedef {object} Engine
 * @property {() => Promise<void>} warm load everything now; a failure is for {@link Engine.rank} to report
 * @property {(query: string, exact?: boolean) => Promise<Found>} rank *exact* mends nothing; rejects when nothing can be searched
 */

/**
 * An engine over sources that are opened at the first call. After a failure the next call tries afresh.
 * @param {Sources} sources
 * @returns {Engine}
 */
export function createEngine(sources) {
  /** @type {Promise<[Pagefind, Record<string, string>, Awaited<ReturnType<typeof startPlanner>>]> | null} */
  let opened = null;
  const open = () => (opened ??= Promise.all([startPagefind(sources), sources.slugs(), startPlanner(sources)]));

  async function rank(/** @type {string} */ query, exact = false) {
    const parts = open();
    try {
      const [pagefind, slugs, plan] = await parts;
      const { terms, corrected, telling } = plan(query, exact);
      const found = terms.map(async ({ forms, weight }) => {
        const answers = await Promise.all(forms.map(({ word }) => pagefind.search(word)));
        const scores = answers.map(({ results }) => scoresOf(results, slugs));
        return { weight, found: best(scores, forms.map(({ share }) => share)) };
      });
      const words = terms.flatMap(({ forms }) => forms.map(({ word }) => word));
      return { slugs: fuse(await Promise.all(found)), corrected, words, telling };
    } catch (error) {
      if (opened === parts) opened = null;
      giveUp(parts);
      throw error;
    }
  }

  return { rank, warm: () => open().then(() => {}, () => {}) };
}

/**
 * The sources in the folder that Pagefind wrote.
 * @param {string} folder absolute address, with a slash at the end
 * @param {string} words absolute address of the vocabulary
 * @returns {Sources}
 */
export function sourcesIn(folder, words) {
  return {
    module: again((mark) => import(`${folder}pagefind.js${mark}`)),
    planning: again((mark) => import(`./plan.js${mark}`)),
    slugs: () => readJson(`${folder}slugs.json`),
    vocabulary: () => readJson(words),
  };
}

/**
 * Load a module at another address after each failure: some browsers never ask again for one that failed.
 * @template Module
 * @param {(mark: string) => Promise<Module>} load from its address with *mark* behind it
 * @returns {() => Promise<Module>}
 */
function again(load) {
  let failed = 0;
  return () =>
    load(failed ? `?${failed}` : "").catch((error) => {
      failed++;
      throw error;
    });
}

/**
 * The score of each fiche, as a part of the best one. Results that are no fiche (the map lacks them) are left out.
 * @param {readonly {id: string, score: number}[]} results
 * @param {Record<string, string>} slugs
 * @returns {Map<string, number>}
 */
export function scoresOf(results, slugs) {
  const top = Math.max(...results.map(({ score }) => score), Number.MIN_VALUE);
  return new Map(results.filter(({ id }) => Object.hasOwn(slugs, id)).map(({ id, score }) => [slugs[id], score / top]));
}

/**
 * The best score of each fiche over the forms of a term.
 * @param {readonly ReadonlyMap<string, number>[]} answers
 * @param {readonly number[]} shares what each answer counts
 * @returns {Map<string, number>}
 */
function best(answers, shares) {
  const scores = new Map();
  answers.forEach((answer, place) => {
    for (const [slug, score] of answer) scores.set(slug, Math.max(scores.get(slug) ?? 0, score * shares[place]));
  });
  return scores;
}

/** A fiche with less than this part of the points of the best one is no real match. */
const LEAST = 0.1;

/** A score below this is faint: a word that is only near, or that a long text names once. */
const FAINT = 0.1;

/** What a score says: that a word is there at all counts for two fifths, how well it ranks for the rest. */
const worth = (/** @type {number} */ score) => 0.4 * Math.min(1, score / FAINT) + 0.6 * score;

/**
 * One ranking of the rankings of all terms: a fiche gets from each term what that says, more when it ranks well there.
 * @param {readonly {weight: number, found: ReadonlyMap<string, number>}[]} parts for each term the score of each slug, 0-1
 * @returns {string[]} slugs, best first; those that share only little with the query are left out
 */
export function fuse(parts) {
  const total = new Map();
  for (const { weight, found } of parts)
    for (const [slug, score] of found) total.set(slug, (total.get(slug) ?? 0) + weight * worth(score));
  const ranked = [...total].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const least = (ranked[0]?.[1] ?? 0) * LEAST;
  return ranked.filter(([, points]) => points >= least).map(([slug]) => slug);
}

/** @param {Sources} sources */
async function startPagefind(sources) {
  const pagefind = await sources.module();
  await pagefind.options({ ranking: { metaWeights: META_WEIGHTS } });
  await pagefind.init();
  return pagefind;
}

/** @param {Sources} sources */
async function startPlanner({ planning, vocabulary }) {
  const [{ makePlanner }, known] = await Promise.all([planning(), vocabulary()]);
  return makePlanner(known);
}

/**
 * Pagefind keeps a start that failed; only destroy() lets it start again. Not waited for: it may hang.
 * @param {Promise<[Pagefind, unknown]>} opened
 */
function giveUp(opened) {
  opened.then(([pagefind]) => pagefind.destroy()).catch(() => {});
}

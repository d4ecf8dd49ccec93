/**
 * The text search: a query goes in, slugs come out, best first. The only module that knows Pagefind, which is
 * loaded once, when someone is about to search, and never before.
 */

/**
 * The part of Pagefind's module that is used.
 * @typedef {object} Pagefind
 * @property {() => Promise<void>} init
 * @property {() => Promise<void>} destroy
 * @property {(query: string) => Promise<{results: {id: string}[]}>} search
 *
 * @typedef {object} Sources where Pagefind and the build's map from a result's id to a slug come from
 * @property {() => Promise<Pagefind>} module
 * @property {() => Promise<Record<string, string>>} slugs
 *
 * @typedef {object} Engine
 * @property {() => Promise<void>} warm load everything now; a failure is for {@link Engine.rank} to report
 * @property {(query: string) => Promise<string[]>} rank slugs, best first; rejects when nothing can be searched
 */

/**
 * An engine over sources that are opened at the first call. After a failure the next call tries afresh.
 * @param {Sources} sources
 * @returns {Engine}
 */
export function createEngine(sources) {
  /** @type {Promise<[Pagefind, Record<string, string>]> | null} */
  let opened = null;
  const open = () => (opened ??= Promise.all([startPagefind(sources), sources.slugs()]));

  async function rank(/** @type {string} */ query) {
    const parts = open();
    try {
      const [pagefind, slugs] = await parts;
      return slugsOf((await pagefind.search(query)).results, slugs);
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
 * @returns {Sources}
 */
export function sourcesIn(folder) {
  return {
    module: () => import(`${folder}pagefind.js`),
    slugs: () => readJson(`${folder}slugs.json`),
  };
}

/**
 * The slugs of results in their order. Results that are no fiche (the map lacks them) are left out.
 * @param {readonly {id: string}[]} results
 * @param {Record<string, string>} slugs
 * @returns {string[]}
 */
export function slugsOf(results, slugs) {
  return results.filter(({ id }) => Object.hasOwn(slugs, id)).map(({ id }) => slugs[id]);
}

/**
 * The JSON at an address; rejects on any status but 2xx, which fetch itself does not.
 * @param {string} address
 * @returns {Promise<any>}
 */
export async function readJson(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

/** @param {Sources} sources */
async function startPagefind(sources) {
  const pagefind = await sources.module();
  await pagefind.init();
  return pagefind;
}

/**
 * Pagefind keeps a start that failed; only destroy() lets it start again. Not waited for: it may hang.
 * @param {Promise<[Pagefind, unknown]>} opened
 */
function giveUp(opened) {
  opened.then(([pagefind]) => pagefind.destroy()).catch(() => {});
}

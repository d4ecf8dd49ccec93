/** Addresses of parts that are shown on another page than their own. Pure: strings in, strings out. */

/**
 * The address that a link of one page of the site has on another: relative within the site, so that it also holds on
 * paper and under any prefix; untouched when it leads elsewhere.
 * @param {string} href as it stands on its page
 * @param {string} from the whole address of that page
 * @param {string} root the whole address of the site
 * @param {string} way from the page that shows it to the root: "../"
 * @returns {string}
 */
export function rebase(href, from, root, way) {
  let whole;
  try {
    whole = new URL(href, from).href;
  } catch {
    return href;
  }
  return whole.startsWith(root) ? way + whole.slice(root.length) : href;
}

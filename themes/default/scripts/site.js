/** Where the site stands, and the data in it: the same scripts work at the root of a host and in any folder. */

/** The root of the site, of which this script's folder is a part. */
export const ROOT = new URL("../", import.meta.url);

/**
 * The JSON at an address; rejects on any status but 2xx, which fetch itself does not.
 * @param {string | URL} address
 * @returns {Promise<any>}
 */
export async function readJson(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

/**
 * The addresses a fiche is sent by: the pages of a forge (GitHub, GitLab, Gitea or Forgejo), and mail. Pure: strings in,
 * strings out. What does not fit in an address is left out of it, whole; the page then says how it gets there.
 */

/** How long an address may be: servers of forges refuse longer ones, and programs for mail cut them off. */
export const MOST = 7500;
export const MAIL_MOST = 1800;

/**
 * @typedef {object} Forge what the build knows of it: see ForgeView in views.py
 * @property {string} soort
 * @property {string} repository
 * @property {string} nieuw
 * @property {string} wijzig
 */

/** What a forge calls the name and the text of a new file. */
const NAMES = { github: ["filename", "value"], gitlab: ["file_name", "content"], gitea: ["filename", "value"] };

/**
 * The page on which a new file is made, filled in.
 * @param {Forge} forge
 * @param {string} file
 * @param {string} text
 * @returns {{address: string, whole: boolean}} *whole* is whether the text is in it
 */
export function newPage({ soort, nieuw }, file, text) {
  const [name, value] = NAMES[/** @type {keyof typeof NAMES} */ (soort)];
  const short = `${nieuw}?${name}=${escaped(file)}`;
  const address = `${short}&${value}=${escaped(text)}`;
  return address.length > MOST ? { address: short, whole: false } : { address, whole: true };
}

/**
 * The page on which a file is changed: no forge lets an address say what to.
 * @param {Forge} forge
 * @param {string} file
 */
export const editPage = ({ wijzig }, file) => `${wijzig}/${escaped(file)}`;

/**
 * The pages of someone's own copy.
 * @param {Forge} forge
 * @param {string} typed the address of the copy, or of a page in it
 * @returns {Forge | null} null when it is no address of a copy
 */
export function inCopy(forge, typed) {
  const [address] = typed.trim().split(/[?#]|\/-\/|\/(?:src|tree|blob)\//);
  const copy = address.replace(/\/+$/, "").replace(/\.git$/, "");
  if (!copy.startsWith(`${new URL(forge.repository).origin}/`) || !/^https?:\/\/[^\s/]+(?:\/[^\s/]+){2,}$/.test(copy)) return null;
  const moved = (/** @type {string} */ page) => copy + page.slice(forge.repository.length);
  return { ...forge, repository: copy, nieuw: moved(forge.nieuw), wijzig: moved(forge.wijzig) };
}

/**
 * A mail, ready to be sent, with the first of *bodies* that fits.
 * @param {string} mailbox or "": the writer then fills in who gets it
 * @param {string} subject
 * @param {readonly string[]} bodies
 * @returns {{address: string, place: number}} *place* is that of the body that fits; the last one always does
 */
export function mail(mailbox, subject, bodies) {
  const to = (/** @type {string} */ body) =>
    `mailto:${mailbox}?subject=${escaped(subject)}&body=${escaped(body.replace(/\r?\n/g, "\r\n"))}`;
  const fits = bodies.findIndex((body) => to(body).length <= MAIL_MOST);
  const place = fits < 0 ? bodies.length - 1 : fits;
  return { address: to(bodies[place]), place };
}

/**
 * Half of a sign that takes two places is no text: it has no address and no bytes.
 * @param {string} text
 */
const escaped = (text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"));

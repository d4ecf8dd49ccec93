/** The addresses a fiche is sent by: the pages of a forge, as the build knows it (ForgeView in views.py), and mail. Pure. */

/** How long an address may be: servers of forges refuse longer ones, programs for mail cut them off. */
export const MOST = 7500;
export const MAIL_MOST = 1800;

/** @typedef {{soort: string, repository: string, nieuw: string, wijzig: string}} Forge */

/** Half of a sign that takes two places has no address. */
const escaped = (text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"));

/**
 * The page on which a new file is made, with its text unless that makes the address too long.
 * @param {Forge} forge
 * @returns {{address: string, whole: boolean}} *whole* is whether the text is in it
 */
export function newPage({ soort, nieuw }, file, text) {
  const [name, value] = soort === "gitlab" ? ["file_name", "content"] : ["filename", "value"];
  const short = `${nieuw}?${name}=${escaped(file)}`;
  const address = `${short}&${value}=${escaped(text)}`;
  const whole = address.length <= MOST;
  return { address: whole ? address : short, whole };
}

/** The page on which a file is changed: no forge lets an address say what to. */
export const editPage = ({ wijzig }, file) => `${wijzig}/${escaped(file)}`;

/**
 * The pages of someone's own copy.
 * @param {Forge} forge
 * @param {string} typed the address of the copy, or of a page in it
 * @returns {Forge | null} null when it is no address of a copy
 */
export function inCopy(forge, typed) {
  const copy = typed.trim().split(/[?#]|\/-\/|\/(?:src|tree|blob)\//)[0].replace(/\/+$/, "").replace(/\.git$/, "");
  const { origin } = new URL(forge.repository);
  if (!copy.startsWith(origin) || !/^(?:\/[^\s/]+){2,}$/.test(copy.slice(origin.length))) return null;
  const moved = (page) => copy + page.slice(forge.repository.length);
  return { ...forge, repository: copy, nieuw: moved(forge.nieuw), wijzig: moved(forge.wijzig) };
}

/**
 * A mail, ready to be sent.
 * @param {string} mailbox or "": the writer then fills in who gets it
 * @param {string} subject
 * @param {string} body
 * @param {string} short the body when that one makes it too long
 * @returns {{address: string, whole: boolean}}
 */
export function mail(mailbox, subject, body, short) {
  const [address, other] = [body, short].map(
    (text) => `mailto:${mailbox}?subject=${escaped(subject)}&body=${escaped(text.replace(/\r?\n/g, "\r\n"))}`,
  );
  const whole = address.length <= MAIL_MOST;
  return { address: whole ? address : other, whole };
}

/** The sentences about a finished fiche that a script makes, in Dutch. The others stand in templates/_fiche_resultaat.html. */

/** @typedef {import("./line_diff.js").Change} Change */

export const copied = () => "De tekst is gekopieerd.";

/** When the page of a forge opens: it may not have taken the text. */
export const alsoCopied = () => "De tekst is ook gekopieerd. Staat hij er nog niet? Plak hem dan in het grote tekstvak.";

export const copyYourself = () => "Kopiëren lukt niet vanzelf. De tekst hieronder is gekozen: druk op Ctrl + C.";

/** @param {string} forge */
export const noCopy = (forge) => `Dit is geen adres van een kopie op ${forge}.`;

export const goes = () => "Dit gaat weg";

export const comes = () => "Dit komt erbij";

const SUBJECTS = { nieuw: "Nieuwe fiche", verbetering: "Verbetering", nagekeken: "Nog juist" };

/**
 * @param {string} kind
 * @param {string} title
 */
export const subject = (kind, title) => `${SUBJECTS[/** @type {keyof typeof SUBJECTS} */ (kind)]}: ${title}`;

/**
 * A mail that tells what changes.
 * @param {string} file
 * @param {readonly Change[]} changes
 */
export function changesBody(file, changes) {
  const lines = changes.flatMap(({ old, now }) => [
    ...(old.length ? [`${goes()}:`, ...old, ""] : []),
    ...(now.length ? [`${comes()}:`, ...now, ""] : []),
  ]);
  return [`Dit verandert in ${file}.`, "", ...lines].join("\n");
}

/**
 * A mail whose text would be too long.
 * @param {string} file
 */
export const attachedBody = (file) => `In bijlage vindt u ${file}.`;

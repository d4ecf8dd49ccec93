/** The sentences about a finished fiche that a script makes, in Dutch. The others stand in templates/_fiche_resultaat.html. */

export const copied = () => "De tekst is gekopieerd.";

/** When the page of a forge opens: it may not have taken the text. */
export const alsoCopied = () => "De tekst is ook gekopieerd. Staat hij er nog niet? Plak hem dan in het grote tekstvak.";

export const copyYourself = () => "Kopiëren lukt niet vanzelf. De tekst hieronder is gekozen: druk op Ctrl + C.";

/** @param {string} forge */
export const noCopy = (forge) => `Dit is geen adres van een kopie op ${forge}.`;

export const goes = () => "Dit gaat weg";
export const comes = () => "Dit komt erbij";

const SUBJECTS = { nieuw: "Nieuwe fiche", verbetering: "Verbetering", nagekeken: "Nog juist" };

/** The subject of a mail about a fiche. */
export const subject = (kind, title) => `${SUBJECTS[kind]}: ${title}`;

/** A mail that tells what changes. */
export function changesBody(file, changes) {
  const part = (head, lines) => (lines.length ? [`${head}:`, ...lines, ""] : []);
  const parts = changes.flatMap(({ old, now }) => [...part(goes(), old), ...part(comes(), now)]);
  return [`Dit verandert in ${file}.`, "", ...parts].join("\n");
}

/** A mail whose text would be too long. */
export const attachedBody = (file) => `In bijlage vindt u ${file}.`;

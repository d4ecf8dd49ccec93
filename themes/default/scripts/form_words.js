/** The sentences of the form, in Dutch. What is wrong with a fiche is said by the rules, in the words of `check`. */

const NUMBER = new Intl.NumberFormat("nl-BE", { maximumFractionDigits: 2 });
const CENTS = new Intl.NumberFormat("nl-BE", { minimumFractionDigits: 2 });
const MOMENT = new Intl.DateTimeFormat("nl-BE", { dateStyle: "long", timeStyle: "short" });

/** A number of a fiche as people write it; what is none stays as it is. */
export const number = (value) => (value && value >= 0 ? NUMBER.format(value) : value);

export const euro = (value) => value && `€\u00a0${value >= 0 && /\.(?!00$)/.test(value) ? CENTS.format(value) : number(value)}`;

export const notGiven = () => "niet opgegeven";
export const notInSource = () => "niet vermeld in de bron";
export const unknown = () => "onbekend";
export const filledIn = () => "ingevuld";
export const staff = () => "medewerkers";
export const mainDomain = () => "hoofddomein";

export const problemCount = (count) => (count === 1 ? "1 probleem" : `${count} problemen`);
export const stillToDo = (count) => (count === 1 ? "Er is nog één ding te verbeteren" : `Er zijn nog ${count} dingen te verbeteren`);
export const completeness = (count, all) => `${count} van ${all} rubrieken ingevuld`;
export const characters = (count, least, most) => (count < least ? `${count} tekens, minstens ${least}` : `${count} van hoogstens ${most} tekens`);
export const readAs = (date) => `Dat is ${date}.`;

export const takeAway = (label) => `Haal ‘${label}’ weg`;
export const taken = (label) => `‘${label}’ is weggehaald.`;
export const chosen = (label) => `‘${label}’ is gekozen.`;
export const matches = (count) => (count ? `${count === 1 ? "1 keuze" : `${count} keuzes`}. Kies met pijl omlaag.` : "Geen keuze past hierbij.");

export const draftRestored = (moment) => `Hier is uw ontwerp weer, bewaard op ${MOMENT.format(new Date(moment))}.`;
export const draftKept = () => "Uw ontwerp blijft bewaard in deze browser.";
export const notKept = () => "Deze browser kan uw ontwerp niet bewaren. Maak de fiche af voor u de pagina sluit.";
export const cleared = () => "Uw ontwerp is gewist.";
export const noRules = () => "Het formulier kon niet geladen worden. Kijk of u verbinding hebt en laad de pagina opnieuw. Wat u al schreef, blijft bewaard.";
export const noFiche = (name) => `De fiche ‘${name}’ kon niet geladen worden. Kijk of het adres klopt en laad de pagina opnieuw.`;

export const correctFiche = () => "Verbeter deze fiche";
export const onlyWhatChanges = (title) => `U verbetert ‘${title}’. Pas aan wat niet meer klopt; al de rest blijft zoals het is.`;

export const slugTaken = (title) => `Dit adres is al van de fiche ‘${title}’.`;
export const slugNeeded = () => "Geef de fiche een adres.";

export const andOthers = (more) => `en ${more} andere gemeenten`;
export const also = (names) => `ook bij ${names.join(", ")}`;
export const paidBy = (names) => `Betaald door: ${names}`;
export const inYear = (year) => `in ${year}`;

/** When a practice ran; *exact* is whether it is known on which day it began. */
export function period(from, to, exact) {
  if (from && to) return from === to ? from : `${from} tot ${to}`;
  return from ? `gestart ${exact ? "op" : "in"} ${from}` : to && `tot ${to}`;
}

/** Where a practice stood when someone last looked. */
export const lastKnown = (planned, year, checked) => `${planned ? "was gepland" : "liep"} in ${year} (laatst nagekeken ${checked})`;

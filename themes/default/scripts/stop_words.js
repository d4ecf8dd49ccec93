/** Words that say how one asks, not what about: in Dutch, French and English. They are not searched. */

const DUTCH = `
  aan af al alle alles als altijd ander andere anderen anders beetje begin beginnen begint bestaan bestaat beter
  bij bijvoorbeeld binnen blijf blijft blijven breng brengen brengt daar daarna dan dat de den der deze die ding
  dingen dit doe doen doet door dus echt een eens eerst eigen eigenlijk elk elke en enkel enkele er erg ergens
  ervaring even extra ga gaan gaat gebeuren gebeurt gebruik gebruiken gebruikt geef geeft geen gegeven genoeg
  geraken geven goed goede graag haal haalt had hadden halen hangt heb hebben hebt heeft help helpen helpt het
  hier hij hoe hoeveel hoor horen hou houd houden houdt hun ie iedereen iemand iets ik in is ja jaar je jij jou
  jouw jullie kan keer ken kennen kent kies kiezen kom komen komt kreeg kregen krijg krijgen krijgt kun kunnen
  laat laten leg leggen legt lig liggen ligt lukken lukt maak maakt maar mag maken makkelijk
  manier manieren me mee meer meest men mensen merken met mij mijn misschien moeilijk moet moeten mogelijk na naar
  naast nadat neem neemt nemen net niemand niet niets nodig nog nooit nu of om omdat omgaan onder ongeveer ons
  onze ook op over pak pakken per plots probeert proberen raak raakt raken reeds rond samen slaag slagen snel
  sommige soms sta staan staat steeds stel stellen stelt te tegen ten ter terug terwijl tijdens toch toen tot
  tussen u uit uw vaak vallen van vanaf vandaag vanuit veel verder via vind vinden vindt voel voelen volgens voor
  vooral vraag vraagt vragen waar waarin waarmee waarom waarop wanneer want was wat we weer weet wel welk welke
  werd werden weten wie wij wil willen word worden wordt zag zal ze zeer zeg zeggen zegt zelf zet zetten zich zie
  zien ziet zij zijn zit zitten zo zoals zodat zoek zoeken zoekt zomaar zonder zorgen zou zouden zult`;

const FRENCH = `
  au aux avec c ce ces comment d dans de des du en est et il j je l la le les leur leurs ma mes n nos notre nous
  ou par pas pour qu que quel quelle qui s se ses son sont sur t un une vos votre vous`;

const ENGLISH = `
  a an and are at by can do for from how i in is it of on or our the their to we what who with you your`;

/** @type {ReadonlySet<string>} in lower case and without accents */
export const STOP = new Set(`${DUTCH} ${FRENCH} ${ENGLISH}`.trim().split(/\s+/));

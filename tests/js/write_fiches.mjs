/** Reads calls as JSON on standard input and prints what fiche_text.js makes of each; for tests/test_tidy.py. */
import { readFileSync } from "node:fs";
import { amendFiche, writeFiche } from "../../themes/default/scripts/fiche_text.js";

const made = JSON.parse(readFileSync(0, "utf8")).map(({ source, gegevens, tekst }) =>
  source ? amendFiche(source, gegevens, tekst) : writeFiche(gegevens, tekst),
);
process.stdout.write(JSON.stringify(made));

// For tests/test_form_rules.py: { rules, records } comes in as JSON, what is wrong with each record goes out.

import { text } from "node:stream/consumers";
import { findProblems } from "../../themes/default/scripts/form_rules.js";

const { rules, records } = JSON.parse(await text(process.stdin));
console.log(JSON.stringify(records.map(([gegevens, tekst]) => findProblems(gegevens, tekst, rules))));

import assert from "node:assert/strict";
import { test } from "node:test";
import { changes } from "../../themes/default/scripts/line_diff.js";

const FICHE = "---\ntitel: Een\ndomeinen: [taal]\ntrekker: onbekend\n---\n## Aanpak\n\nTekst.\n";

test("the same text has no changes", () => assert.deepEqual(changes(FICHE, FICHE), []));

test("lines that come in the place of others are one change", () => {
  assert.deepEqual(changes(FICHE, FICHE.replace("[taal]", "[taal, werk]")), [
    { old: ["domeinen: [taal]"], now: ["domeinen: [taal, werk]"] },
  ]);
});

test("changes apart from each other stay apart, in the order of the text", () => {
  const now = FICHE.replace("titel: Een\n", "titel: Twee\n").replace("trekker: onbekend\n", "").replace("Tekst.", "Tekst.\n\n## Lessen");
  assert.deepEqual(changes(FICHE, now), [
    { old: ["titel: Een"], now: ["titel: Twee"] },
    { old: ["trekker: onbekend"], now: [] },
    { old: [], now: ["## Lessen", ""] },
  ]);
});

test("a line that only came", () => {
  assert.deepEqual(changes(FICHE, FICHE.replace("---\n##", "laatst_nagekeken: 2026-11-21\n---\n##")), [
    { old: [], now: ["laatst_nagekeken: 2026-11-21"] },
  ]);
});

test("from nothing and to nothing", () => {
  assert.deepEqual(changes("", "a\nb"), [{ old: [""], now: ["a", "b"] }]);
  assert.deepEqual(changes("a", ""), [{ old: ["a"], now: [""] }]);
});

test("what is left and what came make the new text, also of long texts", () => {
  const lines = Array.from({ length: 3000 }, (_, i) => `regel ${(i * 7919) % 997}`);
  const other = lines.map((line, i) => (i % 5 ? line : `${line} anders`));
  const [one] = changes(lines.join("\n"), other.join("\n"));
  assert.deepEqual([one.old[0], one.now[0]], ["regel 0", "regel 0 anders"]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { editPage, inCopy, mail, MAIL_MOST, MOST, newPage } from "../../themes/default/scripts/forges.js";

// What the build makes of an address in catalogue.yaml: tests/test_repository.py.
const FORGES = {
  github: {
    soort: "github", repository: "https://github.com/stad/bak",
    nieuw: "https://github.com/stad/bak/new/main/content/practices",
    wijzig: "https://github.com/stad/bak/edit/main/content/practices",
  },
  gitlab: {
    soort: "gitlab", repository: "https://gitlab.voorbeeld.be/stad/diensten/bak",
    nieuw: "https://gitlab.voorbeeld.be/stad/diensten/bak/-/new/main/content/practices",
    wijzig: "https://gitlab.voorbeeld.be/stad/diensten/bak/-/edit/main/content/practices",
  },
  gitea: {
    soort: "gitea", repository: "https://codeberg.org/stad/bak",
    nieuw: "https://codeberg.org/stad/bak/_new/main/map/content/practices",
    wijzig: "https://codeberg.org/stad/bak/_edit/main/map/content/practices",
  },
};
const NAMES = { github: ["filename", "value"], gitlab: ["file_name", "content"], gitea: ["filename", "value"] };
const HOSTILE = [
  "no", "@x: y", "1e3", "a&value=b", "a#b", "100 %", "%41", "1 + 1", "?", "a=b;c", "'\"<b>`", "\\", "tab\there",
  "regel één\nregel twee\n", "\r\n", "\u2028\u2029", "\u0000\u0007", "👩‍👩‍👧 emoji", "é e\u0301", "مرحبا", "\uFEFFbom", " ", "",
];

for (const [name, forge] of Object.entries(FORGES)) {
  const [file, value] = NAMES[name];
  test(`${name}: a new file has its folder, its name and its text, whatever is in it`, () => {
    for (const text of [...HOSTILE, HOSTILE.join("|")]) {
      const { address, whole } = newPage(forge, "een-fiche.md", text);
      const parsed = new URL(address);
      assert.ok(whole);
      assert.equal(parsed.origin + parsed.pathname, forge.nieuw);
      assert.deepEqual([...parsed.searchParams.entries()], [[file, "een-fiche.md"], [value, text]]);
      assert.equal(parsed.hash, "");
      assert.match(address, /^[!-~]+$/, "only signs that every program leaves as they are");
    }
  });

  test(`${name}: what is too long goes without its text`, () => {
    const room = MOST - newPage(forge, "een-fiche.md", "").address.length;
    const last = newPage(forge, "een-fiche.md", "a".repeat(room));
    assert.deepEqual([last.whole, last.address.length], [true, 7500]);
    const beyond = newPage(forge, "een-fiche.md", "a".repeat(room + 1));
    assert.equal(beyond.whole, false);
    assert.equal(beyond.address, `${forge.nieuw}?${file}=een-fiche.md`);
    assert.equal(newPage(forge, "een-fiche.md", "é".repeat(Math.ceil(room / 6) + 1)).whole, false, "escapes count");
  });

  test(`${name}: a file is changed on a page of its own`, () => {
    assert.equal(editPage(forge, "een-fiche.md"), `${forge.wijzig}/een-fiche.md`);
  });
}

test("half a sign becomes a sign that says so", () => {
  const { address } = newPage(FORGES.github, "a.md", "x\uD83Dy\uDC00 👩");
  assert.equal(new URL(address).searchParams.get("value"), "x\uFFFDy\uFFFD 👩");
});

const COPIES = [
  ["gitlab", "https://gitlab.voorbeeld.be/an/bak", "https://gitlab.voorbeeld.be/an/bak/-/new/main/content/practices"],
  ["gitlab", " https://gitlab.voorbeeld.be/an/bak/-/tree/main?ref=x ", "https://gitlab.voorbeeld.be/an/bak/-/new/main/content/practices"],
  ["gitea", "https://codeberg.org/an/bak.git", "https://codeberg.org/an/bak/_new/main/map/content/practices"],
  ["gitea", "https://codeberg.org/an/bak/", "https://codeberg.org/an/bak/_new/main/map/content/practices"],
  ["gitea", "https://codeberg.org/an/bak/src/branch/main#x", "https://codeberg.org/an/bak/_new/main/map/content/practices"],
];
for (const [name, typed, page] of COPIES)
  test(`the copy ${typed.trim()}`, () => {
    const copy = inCopy(FORGES[name], typed);
    assert.equal(copy?.nieuw, page);
    assert.equal(copy?.wijzig, page.replace("new/", "edit/"));
  });

for (const typed of ["an", "https://codeberg.org/an", "https://codeberg.org", "https://elders.be/an/bak", "https://codeberg.org.elders.be/an/bak", "javascript:alert(1)//a/b", "https://codeberg.org/an b/bak"])
  test(`‘${typed}’ is no copy`, () => assert.equal(inCopy(FORGES.gitea, typed), null));

test("a mail has its subject and its text, whatever is in it", () => {
  for (const text of HOSTILE) {
    const { address, whole } = mail("redactie@voorbeeld.be", `Nieuwe fiche: ${text}`, text, "bijlage");
    const parsed = new URL(address);
    assert.ok(whole);
    assert.equal(parsed.pathname, "redactie@voorbeeld.be");
    assert.equal(parsed.searchParams.get("subject"), `Nieuwe fiche: ${text}`);
    assert.equal(parsed.searchParams.get("body"), text.replace(/\r?\n/g, "\r\n"), "lines of a mail end so");
  }
});

test("without a mailbox the writer fills in who gets it", () => {
  assert.equal(mail("", "a", "b", "").address, "mailto:?subject=a&body=b");
});

test("a mail that is too long takes the short text", () => {
  const room = MAIL_MOST - mail("a@b.be", "x", "", "").address.length;
  assert.equal(mail("a@b.be", "x", "a".repeat(room), "kort").address.length, 1800);
  assert.deepEqual(mail("a@b.be", "x", "a".repeat(room + 1), "kort"), {
    address: "mailto:a@b.be?subject=x&body=kort", whole: false,
  });
});

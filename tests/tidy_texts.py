"""Texts that YAML would read as something else, or not at all, when they stood in a file as they are."""

HOSTILE = (
    "no", "No", "YES", "y", "off", "on", "true", "null", "~", "NULL", ".nan", ".inf", "-.inf", "=", "<<", "<",
    "1e3", "12:30", "0123", "0o17", "0x1F", "1_000", "+1", "-1", ".5", "5.", "1.5e3", "12.500", "0,5",
    "0470 12 34 56", "2016-06", "2016-06-30", "30/6/2016", "2001-12-14 21:59:43.10 -5", "18 jaar worden", "3 bed",
    "7", "18-plusser", "@x: y", "x: y", "x:y", "x:", "x :", ": x", ":", "a #b", "a#b", "# x", "#", "- x", "-", "-x",
    "? x", "?", "?x", "---", "--- x", "...", "--", "---\n---", "%x", "%YAML 1.2", "&x", "*x", "!x", "!!str x", "|",
    "|-", ">", ">-", "`x`", "'x'", '"x"', "'", '"', "''", '""', "'s-Gravenwezel", '"Wij" zei ze', "aan 't werk",
    "‘x’", "“x”", "„x”", "«x»", "[x]", "{x}", "[", "]", "{", "}", "a, b", ",", "a,b", "{a: b}", "[a, b]", "x]",
    "x}", "a [b] c", "\\", "a\\b", "\\n", " x", "x ", "  x  ", "a  b", "\u00a0x", "x\u00a0", "\u2003x", "x\u3000",
    "\tx", "x\t", "a\tb", "a\nb", "a\n\nb", "\nx", "x\n", "x\n\n", "a\r\nb", "a\rb", "x\u0085y", "x\u2028y",
    "x\u2029y", "\ufeffx", "x\ufeff", "\ufffex", "x\uffff", "\0", "a\x07b", "\x1b[0m", "\x7f", "\x80", "\x9f",
    "\ud800", "x\udfffy", "\udc00\ud800", "😀", "x 😀 y", "👩‍👩‍👧", "é", "é", "שלום", "العربية", "€ 600", "½", "ſ",
    "yeſ", "(x)", "/x", "$x", "^x", "_x", "x" * 10_000, "woord " * 2_000 + "einde", "a: " * 50 + "b",
    "a # " * 50 + "b", "een - " * 40 + "twee", "https://www.voorbeeld.be/" + "x" * 200,
    "“" + "lang woord " * 20 + "”", '"' + "lang woord " * 20 + '"', "lang  woord " * 20 + "x",
    "x\u00a0y " * 60 + "z", "😀 " * 60 + "x", "- " * 60 + "x", "1 " * 60 + "x", "w" * 111, "w" * 112, "w" * 113,
    "lang " * 22 + "x", "lang " * 22 + "xy",
)  # fmt: skip

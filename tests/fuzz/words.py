"""The words of maps made by chance: what an author might type, and what no author should."""

SENTENCES = (
    "is so.", "and all men are mortal.", "says the notice", "a.because.1", "b but c", "Это верно.", "مرحبا بالعالم",
    "שלום עולם", "हिन्दी वाक्य है।", "ทดสอบ", "e\u0301a\u0301", "\U0001f600\u200d\U0001f600 laughs", "a" * 90,
    "x " * 60 + "ends.", "</svg><script>alert(1)</script>", "a & b ]]> c", "100% \\n \"quoted\" 'too'", "He said: all",
    "Rule #3 applies.", "\u202edrawkcab", "\u2066 isolated \u2069", "\u00ad\u200b", "…", "?", "[a", "{b", "\u00a0",
    "\t", "\u2028", "\ufeffmark", "\ufffd", "\u0300\u0300", "therefore this is so. He said why? And so on", "\ue000",
)  # fmt: skip
TEXTS: dict[str, tuple[str, ...]] = {
    "sentence": SENTENCES,
    "language": ("en", "de", "ar", "he", "zh", "pt-BR", "EN-us"),
    "version": ("1",),
    "yes": ("true", "false", "yes", "no"),
    "number": ("0", "1", "2", "7"),
    "scheme": ("analogy", "expert-opinion", "sign", "cause-to-effect"),
    "code": ("unconnected", "near-id"),
    "tag": ("later", "aside", "ж"),
    "url": ("https://example.org/?a=1&b=2", "mailto:a@example.org", "HTTP://é.example/<>"),
    "name": ("main", "main-line", "é"),
    "date": ("2022-01", "2022-01-31", "yesterday"),
}
ODD_TEXTS = (
    "", " ", "- not a list", "*c", "&d", "!e", "!!python/object:os.system x", "|", ">", "%f", "@g", "`h", "<<", "=", "~", "null",
    "1984", "No", "2x", "a", "b", "c_1", "é", "e\u0301", "no-such-claim", "a.because.1", "later on", "analogie", "-1", "1e3",
    "9" * 30, "1_0", "0x1", "yaml-syntax", "javascript:alert(1)", "data:,x", "//x", "http://[", "https:// a", "x\n\n  y: z", "# c",
    "a: b", "a:", "\0", "\x1b[31m", "\x85", "\ufffe", "\ud800", "'", '"', "\t", "\r", "]", "}", "---\n", "...\n", "? ", "a, b",
)  # fmt: skip
ODD_KEYS = ("<<", "Text", "becuase", "premise", "<claim>", "[key]", "\\", "because", "text", "a: b", "é", "", "id", "?")

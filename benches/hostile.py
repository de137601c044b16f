"""Files that nobody means well with. `python3 benches/hostile.py FOLDER BYTES` writes each of about that size.

It runs as a process of its own, so that the one that measures stays small.
"""

import random
import sys
from pathlib import Path

HEAD = '[profile]\nname = "Hostile"\ncategories = ["Developer Technologies"]\nmicrosoft-employee = false\nas-of = 2026-11-23\n'
ENTRY = '[[contribution]]\ntype = "article"\ntitle = "T"\ndate = 2026-05-01\n'
CHANNEL = '[[channel]]\ntype = "article"\ntitle = "C{at}"\nurl = "https://example.org/{at}"\ndate = 2026-01-01\nongoing = true\nimpact.views = 1'
AREA = "an area that is in the list of no edition"
TOKENS = (
    "[ ] [[ ]] { } = . , \" ' \"\"\" ''' # \\ \\u0000 \\n true nan -inf 0x_ 1e9 1979-05-27 07:32 a title [[contribution]] [profile]"
).split()


def many(size, line):
    """Lines by their number, as many as fit."""
    lines, length = [], 0
    while length < size:
        lines.append(line(len(lines)))
        length += len(lines[-1]) + 1
    return "\n".join(lines) + "\n"


def listed(size, word):
    """A list of texts by their number, as many as fit."""
    return "[" + many(size, lambda at: f'"{word}{at}",').replace("\n", "") + "]\n"


def cased(text, at):
    """A text with the letters in capitals that a number picks."""
    return "".join(letter.upper() if at >> place & 1 else letter for place, letter in enumerate(text))


def spellings(text, first, count):
    """A list of such texts, for so many numbers from the first."""
    return "[" + ", ".join(f'"{cased(text, at)}"' for at in range(first, first + count)) + "]"


def tokens(size, seed):
    numbers = random.Random(seed)
    return many(size, lambda _: " ".join(numbers.choices(TOKENS, k=numbers.randrange(1, 12))))


def entries(size, *more, entry=ENTRY):
    return HEAD + many(size, lambda at: entry + "\n".join(line.format(at=at) for line in more))


def cases(n):
    """Name and text; the text is made when it is asked for."""
    yield "equals signs", lambda: "=" * n
    yield "opening brackets", lambda: "[" * n
    yield "nested arrays", lambda: "a = " + "[" * n
    yield "nested inline tables", lambda: "a = " + "{a=" * (n // 3)
    yield "one dotted key", lambda: "a.b.c." * (n // 6) + "d = 1"
    yield "one dotted header", lambda: "[" + "a." * (n // 2) + "a]"
    yield "garbage, a line each", lambda: many(n, lambda at: f"%&! {at} what = is = this")
    yield "equals signs, a line each", lambda: "=\n" * (n // 2)
    yield "unknown keys of the person", lambda: HEAD + many(n, lambda at: f"k{at} = 1")
    yield "unknown keys of an entry", lambda: HEAD + ENTRY + many(n, lambda at: f"k{at} = 1")
    yield "unknown keys at the top", lambda: many(n, lambda at: f"k{at} = 1") + HEAD
    yield "one key, again and again", lambda: HEAD + ENTRY + "paid = false\n" * (n // 13)
    yield "one long key", lambda: HEAD + "k" * n + " = 1\n"
    yield "one long key in an entry", lambda: HEAD + ENTRY + "k" * n + " = 1\n"
    yield "empty entries", lambda: HEAD + "[[contribution]]\n" * (n // 17)
    yield "entries with an open text", lambda: HEAD + '[[contribution]]\ntitle = """\n' * (n // 29)
    yield "text marks, again and again", lambda: HEAD + 'a = """\n' * (n // 8)
    yield "text marks alone", lambda: '"""' * (n // 3)
    yield "entries inside a text", lambda: HEAD + ENTRY + 'notes = """\n' + "[[contribution]]\n" * (n // 17) + '"""\n'
    yield "entries inside an open text", lambda: HEAD + ENTRY + "notes = '''\n" + "[[contribution]]\n" * (n // 17)
    yield "entries inside an open array", lambda: HEAD + ENTRY + "audience = [\n" + "[[contribution]]\n" * (n // 17)
    yield "persons", lambda: HEAD + "[profile]\n" * (n // 10)
    yield "tables of numbers", lambda: HEAD + ENTRY + "[contribution.impact]\n" * (n // 22)
    yield "metrics of an entry", lambda: HEAD + ENTRY + "impact = {" + many(n, lambda at: f"m{at} = 1,").replace("\n", "") + "}\n"
    yield "escaped zeros", lambda: HEAD + ENTRY.replace('"T"', '"' + "\\u0000" * (n // 6) + '"')
    yield "one long title", lambda: HEAD + ENTRY.replace("T", "T" * n)
    yield "one long title of marks", lambda: HEAD + ENTRY.replace('"T"', '"' + "e\u0301\u202e" * (n // 6) + '"')
    yield "one long name", lambda: HEAD.replace("Hostile", "N" * n) + ENTRY
    yield "one long type", lambda: HEAD + ENTRY.replace("article", "a" * n)
    yield "one long category", lambda: HEAD.replace("Developer", "D" * n) + ENTRY
    yield "one long link", lambda: HEAD + ENTRY + 'url = "https://' + "a/" * (n // 2) + '"\n'
    yield "number signs", lambda: "#" * n
    yield "number signs, a line each", lambda: "#\n" * (n // 2)
    yield "line breaks", lambda: "\n" * n
    yield "carriage returns", lambda: "\r" * n
    yield "spaces", lambda: " " * n
    yield "zero bytes", lambda: "\0" * n
    yield "a huge number", lambda: HEAD + ENTRY + "count = " + "9" * n
    yield "a huge fraction of a second", lambda: HEAD + ENTRY.replace("05-01", "05-01T00:00:00." + "1" * n + "Z")
    yield "areas of an entry", lambda: HEAD + ENTRY + "technology-areas = [" + '"A",' * (n // 4) + "]\n"
    yield "different areas of an entry", lambda: HEAD + ENTRY + "technology-areas = " + listed(n, "A")
    yield "different areas of entries", lambda: entries(n, 'technology-areas = ["Area {at}"]')
    # As many as a list may have, in both places: every area of an entry could be looked for among those of the person.
    yield "areas of person and entries", lambda: (
        HEAD + "technology-areas = " + listed(600, "A") + entries(n, "technology-areas = " + listed(600, "B"))[len(HEAD) :]
    )
    yield "categories", lambda: HEAD.replace('["Developer Technologies"]', listed(n, "C")) + ENTRY
    yield "year-long activities", lambda: entries(n, "until = 2027-04-30", "count = 1000000")
    yield "ongoing since long ago", lambda: entries(n, "ongoing = true", "count = 1000000", entry=ENTRY.replace("2026-05", "1990-01"))
    yield "one entry, again and again", lambda: entries(n, 'url = "https://example.org/same"')
    yield "titles nearly the same", lambda: entries(n, entry=ENTRY.replace("T", "What is new in autumn, part one of many"))
    yield "unknown types", lambda: HEAD + many(n, lambda at: ENTRY.replace("article", f"artcle{at}"))
    yield "channels", lambda: HEAD + many(n, lambda at: CHANNEL.format(at=at))
    yield "channels of one address", lambda: (
        HEAD + many(n // 2, lambda _: CHANNEL.format(at=1)) + entries(n // 2, 'url = "https://example.org/1/{at}"')[len(HEAD) :]
    )
    yield "links of many parts below a channel", lambda: (
        HEAD + CHANNEL.format(at="a/" * 900) + "\n" + entries(n, 'url = "https://example.org/' + "a/" * 900 + '{at}"')[len(HEAD) :]
    )
    yield "unknown categories of entries", lambda: entries(n, 'category = "Category {at}"')
    yield "areas in any case", lambda: (
        HEAD + 'guidance = "program-2026"\n' + many(n, lambda at: ENTRY + "technology-areas = " + spellings(AREA, 90 * at, 90))
    )
    yield "waivers", lambda: HEAD + many(n, lambda at: f'[[waive]]\ncriterion = "reach"\nreason = "R{at}"')
    yield "unknown waivers", lambda: HEAD + many(n, lambda at: f'[[waive]]\ncriterion = "reah{at}"\nreason = "R"')
    for seed in range(1, 6):
        yield f"tokens by chance, {seed}", lambda seed=seed: tokens(n, seed)
        yield f"tokens by chance in a text, {seed}", lambda seed=seed: HEAD + ENTRY + tokens(n, 100 + seed)


def write(folder, size):
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in cases(size):
        (folder / f"{name}.toml").write_text(text(), newline="")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))

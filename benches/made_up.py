"""Made-up records of any size. The same numbers give the same bytes."""

import csv
import random
from datetime import date, timedelta

AS_OF = date(2026, 11, 23)
# Activity types, each with a metric that it may have.
TYPES = [
    ("article", "views"), ("talk", "attendees"), ("question-answering", "views"), ("sample-code", "downloads"), ("video", "views"),
    ("open-source", "stars"),
]
AREAS = ["DevOps", ".NET", "C++", "Java", "Web Development", "Developer Tools"]
VERBS = ["Testing", "Shipping", "Reading", "Measuring", "Teaching", "Profiling", "Fixing", "Moving"]
THINGS = ["slow queries", "a legacy build", "feature flags", "background jobs", "large tables", "flaky tests", "memory", "releases"]
HEAD = """[profile]
name = "Example"
categories = ["Developer Technologies"]
microsoft-employee = false
nominator = "mvp"
as-of = {as_of}
"""


def contributions(count, seed):
    numbers = random.Random(seed)
    for at in range(count):
        kind, metric = numbers.choice(TYPES)
        thing = numbers.choice(THINGS)
        yield {
            "type": kind,
            "title": f"{numbers.choice(VERBS)} {thing}, part {at}",
            "date": AS_OF - timedelta(days=numbers.randrange(730)),
            "url": f"https://blog.example.org/{thing.replace(' ', '-')}/{at}",
            "areas": numbers.sample(AREAS, 2),
            "metric": metric,
            "value": numbers.randrange(3_000),
        }


def profile(count):
    """A profile as TOML."""
    text = HEAD.format(as_of=AS_OF)
    for it in contributions(count, seed=1):
        areas = ", ".join(f'"{area}"' for area in it["areas"])
        text += f'\n[[contribution]]\ntype = "{it["type"]}"\ntitle = "{it["title"]}"\ndate = {it["date"]}\nurl = "{it["url"]}"\n'
        text += f'technology-areas = [{areas}]\nimpact = {{ {it["metric"]} = {it["value"]} }}\n'
    return text


def table(file, count):
    """A table with every column that `import csv` knows by name, but for those of the award's portal."""
    metrics = sorted({metric for _, metric in TYPES})
    columns = ["type", "title", "date", "until", "url", "role", "count", "category", "technology-areas", "audience", "language"]
    writer = csv.DictWriter(file, [*columns, "paid", "description", "highlight", *metrics], lineterminator="\n")
    writer.writeheader()
    for at, it in enumerate(contributions(count, seed=2)):
        row = {name: it[name] for name in ("type", "title", "date", "url")} | {it["metric"]: it["value"]}
        row |= {"until": it["date"], "count": 1, "category": "Developer Technologies", "technology-areas": "; ".join(it["areas"])}
        row |= {"audience": "developers; students", "language": "en", "paid": "no", "role": "speaker" if it["type"] == "talk" else ""}
        writer.writerow(row | {"description": f'What part {at} covers, "in short", and for whom.', "highlight": "" if at % 9 else "Asked for again"})

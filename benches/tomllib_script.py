"""What a person would write instead: reads a profile with tomllib and prints a summary of the last 12 months."""

import sys
import tomllib
from collections import Counter
from datetime import date, datetime


def day_of(entry):
    day = entry["date"]
    return day.date() if isinstance(day, datetime) else day


def main(path):
    with open(path, "rb") as file:
        document = tomllib.load(file)
    profile = document["profile"]
    until = profile.get("as-of") or date.today()
    last_year = until.replace(year=until.year - 1, day=min(until.day, 28))

    entries = with_link = with_number = 0
    types, months = Counter(), set()
    for entry in document.get("contribution", []):
        day = day_of(entry)
        if not last_year < day <= until:
            continue
        entries += 1
        types[entry["type"]] += entry.get("count", 1)
        months.add((day.year, day.month))
        with_link += "url" in entry
        with_number += bool(entry.get("impact"))

    print(profile.get("name", "?"))
    for name, amount in types.most_common():
        print(f"  {name:<20} {amount:>6}")
    share = 100 / max(entries, 1)
    print(f"  {'months with activity':<20} {len(months):>6}")
    print(f"  {'with a link':<20} {with_link * share:>5.0f}%")
    print(f"  {'with numbers':<20} {with_number * share:>5.0f}%")


main(sys.argv[1])

"""What was measured, as lines to print and as the page `RESULTS.md`, with what it was measured with and on."""

import os
import platform
import re
import subprocess
from datetime import date
from pathlib import Path
from typing import NamedTuple

LOCK = Path(__file__).resolve().parent.parent / "Cargo.lock"


class Row(NamedTuple):
    work: str
    figure: str
    measured: str
    limit: str
    held: bool | None  # None where there is no limit


def spaced(number):
    return f"{number:,}".replace(",", " ")


def ratio(it):
    """Median and quartiles of the pairs, and the median time of each command."""
    digits = 0 if it.median >= 100 else 1 if it.median >= 10 else 2
    low, high = f"{it.quarter:.{digits}f}", f"{it.three_quarters:.{digits}f}"
    return f"{it.median:.{digits}f} x (half from {low} to {high}; {seconds(it.one)} and {seconds(it.other)})"


def seconds(number):
    return f"{number:.2f} s" if number >= 1 else f"{number * 1000:.3g} ms"


def verdict(row):
    return {None: "", True: "held", False: "missed"}[row.held]


def line(row):
    limit = f" [{row.limit}: {verdict(row)}]" if row.limit else ""
    return f"{row.work}: {row.figure}: {row.measured}{limit}"


def first_line(*command):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True).stdout.strip().splitlines()[0]


def found(pattern, path):
    match = re.search(pattern, Path(path).read_text(), re.MULTILINE) if Path(path).exists() else None
    return match.group(1) if match else "unknown"


def machine():
    memory = found(r"^MemTotal:\s+(\d+)", "/proc/meminfo")
    memory = f"{int(memory) / 1024**2:.0f} GiB" if memory != "unknown" else memory
    model = found(r"^model name\s*:\s*(.+)", "/proc/cpuinfo")
    load = "{:.1f}".format(os.getloadavg()[0])
    return f"{model}, {os.cpu_count()} cores, {memory} of memory, {platform.system()} {platform.release()}, load {load} at the end"


def versions(program, tools):
    yield first_line("rustc", "--version")
    yield first_line(program, "--version")
    yield "toml " + found(r'^name = "toml"\nversion = "(.+)"', LOCK)
    yield f"Python {platform.python_version()}"
    for name in ("tombi", "taplo", "check-jsonschema"):
        yield first_line(tools / name, "--version").replace(", version", "")


def page(comparison):
    rows = [f"| {row.work} | {row.figure} | {row.measured} | {row.limit} | {verdict(row)} |" for row in comparison.rows]
    return "\n".join([
        "# What was measured",
        "",
        "Written by `benches/compare.sh`. Whole processes from start to end, nothing read ahead, output thrown away; ratios are medians of",
        "pairs, the two commands in turn, so that a machine that gets slower does so for both. Absolute times are those of one machine.",
        "",
        f"- {date.today():%d %b %Y}; {machine()}",
        f"- {'; '.join(versions(comparison.program, comparison.tools))}",
        "",
        "| work | figure | measured | limit | |",
        "| --- | --- | --- | --- | --- |",
        *rows,
        "",
    ])

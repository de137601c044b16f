#!/usr/bin/env python3
"""Measures the `dist` build and writes benches/RESULTS.md.

    benches/measure.py

It needs Rust, valgrind and Python 3.11 with venv, and installs tombi into target/bench. An instruction count is the same in every
run; a ratio is the median of pairs that take turns, and depends on the machine.
"""

import os
import platform
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

import made_up

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "target/bench"
TOMBI = WORK / "tools/bin/tombi"
TOMBI_VERSION = "1.9.6"
PAIRS = 40
CHECK = "mvp-check profile.toml --fail-on never"
IMPORT = "mvp-check import csv table.csv --into empty.toml"
INSTRUCTIONS = {
    "`--version`": "mvp-check --version",
    "a profile of 50 contributions as a table": CHECK,
    "`import csv` of 1,000 rows, shown": IMPORT,
    "`import csv` of 1,000 rows, written": f"{IMPORT} --write",
}
OTHERS = {"tombi": "tombi lint --offline profile.toml", "a script with tomllib": "python3 tomllib_script.py profile.toml"}


def prepare():
    subprocess.run(["cargo", "build", "--locked", "--profile", "dist"], cwd=ROOT, check=True)
    WORK.mkdir(parents=True, exist_ok=True)
    if not TOMBI.exists():
        subprocess.run([sys.executable, "-m", "venv", WORK / "tools"], check=True)
        subprocess.run([TOMBI.with_name("pip"), "install", "--quiet", f"tombi=={TOMBI_VERSION}"], check=True)
    os.environ["PATH"] = f"{ROOT / 'target/dist'}:{TOMBI.parent}:{os.environ['PATH']}"
    os.chdir(WORK)
    Path("profile.toml").write_text(made_up.profile(50))
    Path("tomllib_script.py").write_bytes((ROOT / "benches/tomllib_script.py").read_bytes())
    # tombi reads its settings from the folder that it starts in.
    schema = ROOT / "schemas/mvp-profile.schema.json"
    Path("tombi.toml").write_text(f'[[schemas]]\npath = "{schema}"\ninclude = ["*.toml"]\n')
    with open("table.csv", "w", newline="") as file:
        made_up.table(file, 1_000)


def run(command):
    """Seconds that a command takes; one that fails ends this script."""
    begin = time.perf_counter()
    done = subprocess.run(command.split(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit(f"{command}: exit code {done.returncode}\n{done.stderr.decode()}")
    return time.perf_counter() - begin


def instructions(command):
    Path("empty.toml").write_text(made_up.profile(0))
    run(f"valgrind --tool=callgrind --callgrind-out-file=callgrind.out {command}")
    return int(re.search(r"^(?:summary|totals): (\d+)", Path("callgrind.out").read_text(), re.MULTILINE)[1])


def ratio(other):
    run(other), run(CHECK)
    return statistics.median(run(other) / run(CHECK) for _ in range(PAIRS))


def rejects_mistakes():
    """tombi has to read the schema, or the comparison says nothing."""
    Path("wrong.toml").write_text(made_up.profile(1).replace('type = "', 'type = "x', 1))
    return subprocess.run(["tombi", "lint", "--offline", "wrong.toml"], capture_output=True).returncode != 0


def main():
    prepare()
    if not rejects_mistakes():
        sys.exit("tombi does not apply the schema")
    rows = [(name, f"{instructions(command) / 1e6:.2f} M instructions", command) for name, command in INSTRUCTIONS.items()]
    rows += [(f"{name} over mvp-check, 50 contributions", f"{ratio(other):.1f} x", f"{other}` over `{CHECK}") for name, other in OTHERS.items()]
    size = (ROOT / "target/dist/mvp-check").stat().st_size
    rows.append(("the program", f"{size / 1e6:.2f} MB", "cargo build --profile dist"))
    rust = subprocess.run(["rustc", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    text = "# Results\n\nWritten by `benches/measure.py`. Instructions are counted by `valgrind --tool=callgrind`; a ratio compares whole processes.\n"
    text += f"{rust}, {platform.machine()}, Python {platform.python_version()}, tombi {TOMBI_VERSION}.\n\n"
    text += "| what | measured | command |\n| --- | --- | --- |\n" + "".join(f"| {what} | {measured} | `{command}` |\n" for what, measured, command in rows)
    (ROOT / "benches/RESULTS.md").write_text(text)
    print(text)


if __name__ == "__main__":
    main()

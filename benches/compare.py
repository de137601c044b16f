"""The figures of the program, measured as whole processes; `benches/compare.sh` builds and installs what this needs and runs it."""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from statistics import median

import results
from measure import pairs, peak, run, told
from results import Row

MIB = 1024 * 1024
HERE = Path(__file__).resolve().parent
SCHEMA = HERE.parent / "schemas/mvp-profile.schema.json"


class Comparison:
    def __init__(self, options):
        self.program, self.quick = str(options.program.resolve()), options.quick
        self.examples, self.tools = options.examples.resolve(), options.tools.resolve()
        self.data = options.data.resolve() / ("quick" if self.quick else "full")
        self.rows = []

    def size(self, full):
        return full // 10 if self.quick else full

    def count(self, full):
        return min(full, 3) if self.quick else full

    def row(self, work, figure, measured, limit="", held=None):
        self.rows.append(Row(work, figure, measured, limit, held))
        print(results.line(self.rows[-1]), flush=True)

    def example(self, name, *arguments):
        return [str(self.examples / name), *map(str, arguments)]

    def judge(self, *arguments):
        return [self.program, *map(str, arguments), "--fail-on", "never"]

    def script(self, path):
        return [sys.executable, str(HERE / "tomllib_script.py"), str(path)]

    def generate(self, name, files, entries):
        """A folder of made-up profiles; the same seed gives the same files, so that one that is there stays."""
        folder = self.data / f"{name}-{files}-{entries}"
        if not (folder / f"{files}.toml").exists():
            subprocess.run(self.example("generate", folder, files, entries, 1), check=True)
        return folder

    def profile(self, entries):
        return self.generate("one", 1, entries) / "1.toml"

    def slower(self, work, figure, one, other, count, at_most=None):
        """The first command's time over the other's."""
        ratio = pairs(one, other, self.count(count))
        limit = f"at most {at_most} x" if at_most else ""
        self.row(work, figure, results.ratio(ratio), limit, at_most and ratio.median <= at_most)

    def faster(self, work, figure, other, one, count, at_least=None):
        """The other command's time over the program's."""
        ratio = pairs(other, one, self.count(count))
        limit = f"at least {at_least} x faster" if at_least else ""
        self.row(work, figure, results.ratio(ratio), limit, at_least and ratio.median >= at_least)

    def memory(self, work, path, allowed, limit):
        used, size = peak(self.judge(path)), path.stat().st_size
        held = used <= allowed(size)
        self.row(work, "peak memory", f"{used / MIB:.1f} MiB, {used / size:.2f} x the file of {size / MIB:.1f} MiB", limit, held)

    def small(self):
        work, path = "50 entries", self.profile(50)
        self.slower(work, "over an empty Rust program", self.judge(path), self.example("empty"), 300, at_most=1.6)
        self.faster(work, "a tomllib script over it", self.script(path), self.judge(path), 60, at_least=15)

    def linters(self):
        """The linters get the program's own JSON Schema, and have to prove that they heed it."""
        entries = self.size(1_000)
        work, path = f"{results.spaced(entries)} entries", self.profile(entries)
        wrong = path.with_name("wrong.toml")
        wrong.write_text(path.read_text().replace('type = "article"', 'type = "artcle"', 1))
        # tombi takes the schema from the configuration of the folder that it is started in.
        path.with_name("tombi.toml").write_text(f'[[schemas]]\npath = "{SCHEMA}"\ninclude = ["*.toml"]\n')
        os.chdir(path.parent)
        tombi, taplo, check = (str(self.tools / name) for name in ("tombi", "taplo", "check-jsonschema"))
        linters = {
            "tombi lint": ([tombi, "lint", "--offline"], 15, 5),
            "taplo lint --schema": ([taplo, "lint", "--no-auto-config", "--schema", SCHEMA.as_uri()], 15, 5),
            "check-jsonschema": ([check, "--schemafile", str(SCHEMA)], 10, None),
        }
        for name, (command, count, at_least) in linters.items():
            code, text = told([*command, str(wrong)])
            if code == 0 or "artcle" not in text:
                raise SystemExit(f"{name} takes a wrong file: {text}")
            self.faster(work, f"{name} over it", [*command, str(path)], self.judge(path), count, at_least)
        self.faster(work, "a tomllib script over it", self.script(path), self.judge(path), 20)

    def large(self):
        entries = self.size(100_000)
        work, path = f"{results.spaced(entries)} entries", self.profile(entries)
        whole = self.example("whole_document", path)
        self.slower(work, "over toml::from_str of the whole into plain structs", self.judge(path), whole, 15, at_most=0.4)
        alone = [*self.judge(path), "--jobs", "1"]
        self.slower(work, "the same with --jobs 1, which from_str has anyway", alone, whole, 15)
        self.slower(work, "over a bare read", self.judge(path), self.example("bare_read", path), 15)
        self.faster(work, "a tomllib script over it", self.script(path), self.judge(path), 5, at_least=15)
        self.faster(work, "the same with --jobs 1", self.script(path), alone, 5)
        self.memory(work, path, lambda size: 2.5 * size + 16 * MIB, "at most 2.5 x the file + 16 MiB")
        self.row(work, "peak memory of from_str", f"{peak(whole) / MIB:.1f} MiB")

        work, longer = f"{results.spaced(entries * 10)} entries", self.profile(entries * 10)
        figure = f"over {results.spaced(entries)} entries"
        self.slower(work, figure, self.judge(longer), self.judge(path), 7, at_most=11)
        self.memory(work, longer, lambda size: 2.5 * size, "at most 2.5 x the file")

    def many(self):
        files = self.size(20_000)
        folder = self.generate("many", files, 60)
        # Paths as short as people's own: the list of them is all that grows.
        os.chdir(folder.parent)
        paths = [f"{folder.name}/{at}.toml\n" for at in range(1, files + 1)]
        lists = {}
        for name, part in (("all", files), ("tenth", files // 10), ("one", 1)):
            lists[name] = self.data / f"{name}.txt"
            lists[name].write_text("".join(paths[:part]))
        for form in ("ndjson", "table"):
            work = f"{results.spaced(files)} files x 60 entries, {form}"
            jobs = lambda number, which="all": self.judge("--files-from", lists[which], "--format", form, "--jobs", number)
            code, text = told(jobs(1, "one"))
            if code != 0:
                self.row(work, "not measured", f"the program refuses it: {text.splitlines()[0]}", "", False)
                continue
            ratio = pairs(jobs(1), jobs(2), self.count(7))
            rate = files / ratio.one
            self.row(work, "files a second on one core", results.spaced(round(rate)), "at least 5 000", rate >= 5_000)
            two = f"{results.ratio(ratio)}, {results.spaced(round(files / ratio.other))} files a second"
            self.row(work, "--jobs 1 over --jobs 2", two, "at least 1.7 x on two idle cores", ratio.median >= 1.7)
            for number in (1, 2):
                all_of_them, tenth = peak(jobs(number)), peak(jobs(number, "tenth"))
                measured = f"{all_of_them / tenth:.2f} x ({all_of_them / MIB:.1f} over {tenth / MIB:.1f} MiB)"
                figure = f"peak memory over that of a tenth of the files, --jobs {number}"
                self.row(work, figure, measured, "at most 1.3 x", all_of_them <= 1.3 * tenth)

    def hostile(self):
        size = self.size(4_000_000)
        folder = self.data / "hostile"
        subprocess.run([sys.executable, str(HERE / "hostile.py"), str(folder), str(size)], check=True)
        cases = []
        for path in sorted(folder.glob("*.toml")):
            # Nothing may take so long. What does is killed, which its code tells, and then its memory is not known.
            runs = [run(["timeout", "-s", "KILL", "20", *self.judge(path)]) for _ in range(3)]
            cases.append((path.stem, min(it.seconds for it in runs), max(it.memory for it in runs) / 1e6, runs[0].code))
        for name, seconds, megabytes, code in cases:
            print(f"  {name}: {seconds:.2f} s, {megabytes:.0f} MB, exit code {code}")
        work = f"{len(cases)} hostile files of {size / 1e6:g} MB"
        slowest, largest = max(cases, key=lambda it: it[1]), max(cases, key=lambda it: it[2])
        middle = median(it[1] for it in cases)
        self.row(work, "the slowest", f"{slowest[1]:.2f} s ({slowest[0]}); median {middle:.2f} s", "within 1 s", slowest[1] <= 1)
        self.row(work, "the largest", f"{largest[2]:.0f} MB ({largest[0]})", "within 600 MB", largest[2] <= 600)
        over = [f"{name} ({seconds:.2f} s, {megabytes:.0f} MB)" for name, seconds, megabytes, _ in cases if seconds > 1 or megabytes > 600]
        broken = [f"{name} (exit code {code})" for name, _, _, code in cases if code not in (0, 2)]
        self.row(work, "over a limit, or without an answer", "; ".join(over + broken) or "none", "none", not over + broken)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("program", "examples", "tools", "data"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--results", type=Path, default=HERE / "RESULTS.md")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", choices=("small", "linters", "large", "many", "hostile"), help="one part, for trying")
    options = parser.parse_args()
    comparison = Comparison(options)
    for part in ("small", "linters", "large", "many", "hostile"):
        if options.only in (None, part):
            getattr(comparison, part)()
    if not (options.quick or options.only):
        options.results.write_text(results.page(comparison))
        print(f"written: {options.results.name}")


if __name__ == "__main__":
    main()

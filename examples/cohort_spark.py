"""Judges every `*.toml` of a folder with as many machines as Spark has, and sums up what they miss. People are not ranked.

    spark-submit examples/cohort_spark.py FOLDER [--program mvp-check] [--partitions N]

On a cluster, FOLDER lies on storage that all machines have under the same path, and `spark-submit --files .../mvp-check` brings the
program to them. It is one file and needs nothing else there.
"""

import argparse
import os
import subprocess
import tempfile
from pathlib import Path

from pyspark import SparkFiles
from pyspark.sql import SparkSession

# What is looked at, of all that a report holds. Stated, so that the lines are not read once more to find it out.
REPORT = "profile STRUCT<path: STRING>, verdict STRING, findings ARRAY<STRUCT<criterion: STRING, outcome: STRING>>, "
REPORT += "error STRUCT<line: INT, message: STRING>"
VERDICTS = "SELECT verdict, count(*) AS people FROM judged WHERE error IS NULL GROUP BY verdict ORDER BY verdict"
GAPS = """WITH open AS (SELECT explode(array_distinct(filter(findings, it -> it.outcome = 'gap').criterion)) AS criterion FROM judged)
    SELECT criterion, count(*) AS people, (SELECT count(*) FROM judged WHERE error IS NULL) AS of FROM open GROUP BY criterion
    ORDER BY criterion"""
# Paths and messages are somebody else's text: no control characters for the terminal.
REFUSED = r"""SELECT regexp_replace(profile.path, '\\p{C}', '?') AS not_judged, error.line,
    regexp_replace(error.message, '\\p{C}', '?') AS message FROM judged WHERE error IS NOT NULL ORDER BY 1"""


def reports(paths, program):
    """One process for a whole partition; its lines go on as they come."""
    shipped = SparkFiles.get(program)
    command = [shipped if os.path.exists(shipped) else program, "--files-from", "-", "--format", "ndjson", "--jobs", "1"]
    with tempfile.TemporaryFile() as asked:  # a pipe, written to while nobody reads the answers, could fill up
        expected = sum(bool(asked.write(os.fsencode(path) + b"\n")) for path in paths)
        asked.seek(0)
        with subprocess.Popen([*command, "--fail-on", "never"], stdin=asked, stdout=subprocess.PIPE) as child:
            for line in child.stdout:
                expected -= 1
                yield line.decode()
    # 2 is also the code where some profile could not be judged, and its line says so: then no line is missing.
    if child.returncode not in (0, 2) or expected != 0:
        raise RuntimeError(f"{program}: exit code {child.returncode}, {expected} answers are missing")


def file_of(path):
    """What a path shares with the links to it: the program judges each file once."""
    try:
        found = path.stat()
        return found.st_dev, found.st_ino
    except OSError:
        return path


parser = argparse.ArgumentParser()
parser.add_argument("folder", type=Path)
parser.add_argument("--program", default="mvp-check")
parser.add_argument("--partitions", type=int, help="pieces of work; else four for each core")
options = parser.parse_args()
spark = SparkSession.builder.appName("mvp-check").getOrCreate()
files = {file_of(path): str(path.absolute()) for path in options.folder.rglob("*.toml")}
paths = sorted(files.values()) or parser.error(f"no profile in {options.folder}")
pieces = min(options.partitions or 4 * spark.sparkContext.defaultParallelism, len(paths))
lines = spark.sparkContext.parallelize(paths, pieces).mapPartitions(lambda part: reports(part, options.program))
# Kept, since three questions are asked: each would run the program again.
spark.read.schema(REPORT).json(lines, mode="FAILFAST").cache().createOrReplaceTempView("judged")
for question in (VERDICTS, GAPS, REFUSED):
    spark.sql(question).show(100, truncate=False)

"""Checks each `*.toml` in a folder and counts verdicts and gaps: spark-submit examples/cohort_spark.py FOLDER PROGRAM"""

import json
import subprocess
import sys
from pathlib import Path

from pyspark.sql import SparkSession

REPORT = "profile STRUCT<path: STRING>, verdict STRING, findings ARRAY<STRUCT<criterion: STRING, outcome: STRING>>, "
REPORT += "error STRUCT<line: INT, message: STRING>"
VERDICTS = "SELECT verdict, count(*) AS people FROM checked WHERE error IS NULL GROUP BY verdict ORDER BY verdict"
GAPS = """WITH open AS (SELECT explode(array_distinct(filter(findings, it -> it.outcome = 'gap').criterion)) AS criterion FROM checked)
    SELECT criterion, count(*) AS people, (SELECT count(*) FROM checked WHERE error IS NULL) AS of FROM open GROUP BY criterion
    ORDER BY criterion"""
# Paths and messages are untrusted text: no control characters for the terminal.
ERRORS = r"""SELECT regexp_replace(profile.path, '\\p{C}', '?') AS not_judged, error.line,
    regexp_replace(error.message, '\\p{C}', '?') AS message FROM checked WHERE error IS NOT NULL ORDER BY 1"""

folder, program = sys.argv[1:]
command = [program, "--files-from", "-", "--format", "json", "--fail-on", "never"]


def reports(paths):
    """Checks a partition in one process. Exit code 2 is fine if each profile with mistakes has an error in the report."""
    if paths := list(paths):
        done = subprocess.run(command, input="\n".join(paths), capture_output=True, encoding="utf-8")
        found = json.loads(done.stdout)["reports"] if done.returncode in (0, 2) and done.stdout else []
        if len(found) != len(paths):
            raise RuntimeError(f"{command}: exit code {done.returncode}, {len(found)} reports on {len(paths)} profiles: {done.stderr}")
        yield from map(json.dumps, found)


spark = SparkSession.builder.appName("mvp-check").getOrCreate()
paths = sorted({str(path.resolve()) for path in Path(folder).rglob("*.toml")})
lines = spark.sparkContext.parallelize(paths, 4 * spark.sparkContext.defaultParallelism).mapPartitions(reports)
# Cached, since each of the three queries would run the program again.
spark.read.schema(REPORT).json(lines, mode="FAILFAST").cache().createOrReplaceTempView("checked")
for query in (VERDICTS, GAPS, ERRORS):
    spark.sql(query).show(100, truncate=False)

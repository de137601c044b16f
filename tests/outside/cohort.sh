#!/usr/bin/env bash
# Judges made-up profiles, and one with a mistake, with Spark on this machine: its sums have to be those of the program alone.
# Usage: cohort.sh PROGRAM GENERATE ENVIRONMENT; the last is a virtual environment of Python with pyspark.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$1
generate=$2
environment=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$generate" "$folder/profiles" 150 20
"$generate" "$folder/profiles/thin" 50 3 1000
sed 's/^type = "[a-z-]*"/type = "nothing"/' "$folder/profiles/1.toml" >"$folder/profiles/wrong.toml"

# Java would ask for the name of this machine in the network.
export SPARK_LOCAL_IP=127.0.0.1 PYSPARK_PYTHON=$environment/bin/python
"$environment/bin/spark-submit" --master 'local[2]' --conf spark.ui.enabled=false \
    examples/cohort_spark.py "$folder/profiles" --program "$program" >"$folder/printed" 2>"$folder/log" ||
    { tail -n 40 "$folder/log" >&2; exit 1; }
cat "$folder/printed"

# Exit code 2 is right: one profile has a mistake.
"$program" "$folder"/profiles/*.toml "$folder"/profiles/thin/*.toml --format json >"$folder/report.json" 2>"$folder/log" &&
    { echo "the profile with a mistake was taken" >&2; exit 1; }
jq -r '.totals | (.profiles - .not_judged) as $of
    | (.verdicts | to_entries[] | "\(.key) \(.value)"), (.gaps | to_entries[] | "\(.key) \(.value) \($of)")' \
    "$folder/report.json" | sort >"$folder/expected"
[ "$(wc -l <"$folder/expected")" -gt 5 ] || { echo "too little to compare" >&2; exit 1; }

# Rows of tables, `|reach |12 |200|`, as `reach 12 200`.
sed -nE 's/^\|([a-z-]+) *\| *([0-9]+) *(\| *([0-9]+) *)?\|$/\1 \2 \4/p' "$folder/printed" | sed 's/ $//' | sort >"$folder/found"
diff "$folder/expected" "$folder/found"
# The one mistake, at the place that the program names.
[ "$(grep -c 'wrong.toml' "$folder/printed")" = 1 ]
grep -qF "$(jq -r '.reports[] | select(.error) | .error.message' "$folder/report.json")" "$folder/printed"
echo 'Spark and the program alone say the same of 200 profiles, and refuse the same one'

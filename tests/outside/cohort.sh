#!/usr/bin/env bash
# Runs examples/cohort_spark.py on this machine, on copies of the example team, and compares it with a run of the program alone.
# Usage: cohort.sh PROGRAM ENVIRONMENT; ENVIRONMENT is a Python environment that holds pyspark.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$1
environment=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

for copy in 1 2 3 4 5 6 7 8 9 10; do cp -R examples/team "$folder/$copy"; done
rm "$folder"/[2-9]/eli.toml "$folder/10/eli.toml" # it has mistakes

# With a host name, Java would look it up in the network.
export SPARK_LOCAL_IP=127.0.0.1 PYSPARK_PYTHON=$environment/bin/python
"$environment/bin/spark-submit" --master 'local[2]' --conf spark.ui.enabled=false \
    examples/cohort_spark.py "$folder" "$program" >"$folder/printed" 2>"$folder/log" ||
    { tail -n 40 "$folder/log" >&2; exit 1; }
cat "$folder/printed"

status=0
"$program" "$folder"/*/*.toml --format json --fail-on never >"$folder/report.json" 2>"$folder/log" || status=$?
[ "$status" = 2 ] || { echo "exit code $status for a profile with mistakes" >&2; exit 1; }
jq -r '.totals | (.profiles - .not_judged) as $of
    | (.verdicts | to_entries[] | "\(.key) \(.value)"), (.gaps | to_entries[] | "\(.key) \(.value) \($of)")' \
    "$folder/report.json" | sort >"$folder/expected"
[ "$(wc -l <"$folder/expected")" -gt 5 ] || { echo "too little to compare" >&2; exit 1; }

# Rows of tables, `|reach |12 |200|`, as `reach 12 200`.
sed -nE 's/^\|([a-z-]+) *\| *([0-9]+) *(\| *([0-9]+) *)?\|$/\1 \2 \4/p' "$folder/printed" | sed 's/ $//' | sort >"$folder/found"
diff "$folder/expected" "$folder/found"
[ "$(grep -c 'eli.toml' "$folder/printed")" = 1 ]
grep -qF "$(jq -r '.reports[] | select(.error) | .error.message' "$folder/report.json")" "$folder/printed"
echo 'Spark and the program agree on 41 profiles'

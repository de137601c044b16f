#!/usr/bin/env bash
# Checks the profiles for the action: prints annotations and writes the summary and the outputs.
# Usage: check.sh PROGRAM
set -euo pipefail

mvp_check=$1
folder=$RUNNER_TEMP/mvp-check-report
mkdir -p "$folder"

profiles=()
while IFS= read -r profile; do
    if [ -n "$profile" ]; then profiles+=("$profile"); fi
done <<<"$INPUT_PROFILE"

options=()
if [ -n "$INPUT_GUIDANCE" ]; then options+=(--guidance "$INPUT_GUIDANCE"); fi
if [ -n "$INPUT_AS_OF" ]; then options+=(--as-of "$INPUT_AS_OF"); fi

base=$folder/base

# Removes the worktree of this run, or of an earlier one that was stopped.
clear_base() {
    rm -rf "$base"
    git worktree prune || true
}

# Checks out the branch that a pull request merges into. Each line handles its own failure, since the caller turns `set -e` off.
check_out_base() {
    local is_shallow depth=()
    is_shallow=$(git rev-parse --is-shallow-repository) || return 1
    # In a full clone, `--depth` would cut off the history.
    if [ "$is_shallow" = true ]; then depth=(--depth=1); fi
    git fetch --quiet ${depth[@]+"${depth[@]}"} origin "refs/heads/$GITHUB_BASE_REF" || return 1
    git worktree add --quiet --force --detach "$base" FETCH_HEAD || return 1
}

# Writes the report of that branch. Profiles that are new or have mistakes there are not compared.
report_base() {
    local existing=() profile
    for profile in ${profiles[@]+"${profiles[@]}"}; do
        if [ -f "$base/$profile" ]; then existing+=("$profile"); fi
    done
    if [ ${#existing[@]} -gt 0 ]; then
        (cd "$base" && "$mvp_check" ${options[@]+"${options[@]}"} --fail-on never --format json -- "${existing[@]}") \
            >"$folder/baseline.json" || true
    fi
}

comparison=()
if [ "$INPUT_BASELINE" = true ] && [ -n "${GITHUB_BASE_REF:-}" ]; then
    rm -f "$folder/baseline.json"
    clear_base
    if check_out_base; then
        report_base
    else
        echo '::warning title=mvp-check::no baseline: the target branch could not be fetched. See the log.'
    fi
    clear_base
    if [ -s "$folder/baseline.json" ]; then comparison=(--baseline "$folder/baseline.json"); fi
fi

rm -f "$folder"/report.*
status=0
"$mvp_check" ${options[@]+"${options[@]}"} ${comparison[@]+"${comparison[@]}"} --fail-on "$INPUT_FAIL_ON" --format github \
    --output "json=$folder/report.json" --output "markdown=$folder/report.md" --output "html=$folder/report.html" \
    -- ${profiles[@]+"${profiles[@]}"} || status=$?

if [ -f "$folder/report.json" ]; then
    reports='(.reports // [.]) | map(select(.verdict))'
    verdict=$(jq -r "$reports | map(.verdict) as \$all | [\"not-yet\", \"nearly\", \"ready\"] | map(select(IN(\$all[]))) | first // \"\"" "$folder/report.json")
    gaps=$(jq -r "$reports | map(.summary.gap | add) | add // 0" "$folder/report.json")
    cat "$folder/report.md" >>"$GITHUB_STEP_SUMMARY"
    # The text ends at a line that nobody can guess, so a title in it cannot end it early.
    end=end-$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    {
        echo "verdict=$verdict"
        echo "gaps=$gaps"
        echo "page=$folder/report.html"
        echo "comment<<$end"
        cat "$folder/report.md"
        echo "$end"
    } >>"$GITHUB_OUTPUT"
else
    echo 'Nothing was checked. See the log.' >>"$GITHUB_STEP_SUMMARY"
fi
exit "$status"

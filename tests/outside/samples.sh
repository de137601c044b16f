#!/usr/bin/env bash
# Imports real files of other services, which are not part of the project, and checks the counts.
# Usage: samples.sh PROGRAM SAMPLES
set -euo pipefail
program=$1
samples=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
profile=$folder/profile.toml

# Usage: check EXPECTED IMPORT-ARGUMENTS...; compares the counts of an import, and checks that a second one adds nothing.
check() {
    local expected=$1
    shift
    printf '[profile]\nname = "Sample Example"\n' >"$profile"
    local first second
    first=$("$program" import "$@" --into "$profile" --write --format json)
    second=$("$program" import "$@" --into "$profile" --write --format json)
    local counts
    counts=$(jq -r '"\(.new | length) new, \(.known | length) known, \(.skipped | length) skipped"' <<<"$first")
    printf '%s: %s\n' "$*" "$counts"
    [ "$counts" = "$expected" ] || { echo "expected: $expected" >&2; exit 1; }
    [ "$(jq '.new | length' <<<"$second")" = 0 ] || { echo "a second import adds something" >&2; exit 1; }
    "$program" --fail-on never -q "$profile" >/dev/null
}

check '3 new, 0 known, 0 skipped' csv "$samples/portal/powershell-module.csv"
check '1 new, 0 known, 0 skipped' feed "$samples/youtube_videos_atom.xml"
check '1 new, 0 known, 0 skipped' feed "$samples/rss2_channel9.xml"
check '1 new, 0 known, 0 skipped' feed "$samples/rss2_cloudflare_blog.xml"
check '30 new, 0 known, 0 skipped' stack-exchange "$samples/stackexchange_answers.json"
check '1 new, 0 known, 0 skipped' github "$samples/github_repo.json"
check '0 new, 0 known, 2 skipped' github "$samples/github_search_issues.json"
check '1 new, 0 known, 1 skipped' sessionize "$samples/sessionize_sessions_view.json" --speaker 'rick claus'

# Lists of names without contributions.
check '0 new, 0 known, 24 skipped' portal "$samples/portal/old-api-types.json"
if told=$("$program" import portal "$samples/portal/old-api-areas.not-utf8.json" --into "$profile" 2>&1); then
    echo 'bytes that are not text were imported' >&2
    exit 1
fi
grep -q 'is not UTF-8 text' <<<"$told"
echo "$told" | sed "s|$samples/||"

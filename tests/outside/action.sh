#!/usr/bin/env bash
# The action's script in a repository made for it, as a build service would run it. Its argument is the program, its path in full.
set -euo pipefail

mvp_check=$1
script=$(cd "$(dirname "$0")/../../action" && pwd)/check.sh
examples=$(cd "$(dirname "$0")/../../examples" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

fail() { printf 'the action: %s\n' "$*" >&2; exit 1; }
holds() { grep -qF -- "$2" "$1" || fail "$1 does not hold: $2"; }
output() { sed -n "s/^$1=//p" "$GITHUB_OUTPUT"; }

# A repository whose profile has a few entries more than the branch that it merges into.
git init --quiet --initial-branch=main "$folder/origin"
cd "$folder/origin"
git config user.name Example && git config user.email example@example.org
git commit --quiet --allow-empty -m Empty
# All before the third entry from the end of those that count.
sed '/title = "Déployer le vendredi/,$d' "$examples/profile.toml" | head -n -2 >profile.toml
git add . && git commit --quiet -m Before
git clone --quiet "file://$folder/origin" "$folder/work"
cd "$folder/work"
cp "$examples/profile.toml" profile.toml

leave() { :; }

run() {
    export RUNNER_TEMP=$folder/temp GITHUB_OUTPUT=$folder/output GITHUB_STEP_SUMMARY=$folder/summary
    rm -rf "$RUNNER_TEMP" && mkdir "$RUNNER_TEMP" && leave && : >"$GITHUB_OUTPUT" && : >"$GITHUB_STEP_SUMMARY"
    status=0
    INPUT_PROFILE=${profile:-profile.toml} INPUT_GUIDANCE='' INPUT_AS_OF=${as_of:-} INPUT_FAIL_ON=${fail_on:-never} INPUT_BASELINE=${baseline:-false} \
        "$script" "$mvp_check" >"$folder/log" 2>"$folder/errors" || status=$?
    # Each command says what it is about.
    if grep '^::' "$folder/log" | grep -vE '^::(error|warning|notice) [^:]*title=[^:]+::.'; then fail 'a command without properties'; fi
}

run
[ "$status" = 0 ] || fail "it ended with $status: $(cat "$folder/errors")"
[ "$(output verdict)" = nearly ] || fail "verdict $(output verdict)"
[ "$(output gaps)" = 3 ] || fail "gaps $(output gaps)"
holds "$folder/log" '::warning file=profile.toml,line=83,'
holds "$folder/summary" '| impact | ▲ gap | measured |'
holds "$folder/output" '## Amal Example'
holds "$(output page)" '<!doctype html>'
if grep -q 'Since ' "$folder/summary"; then fail 'it compares without being asked'; fi

baseline=true GITHUB_BASE_REF=main run
[ "$status" = 0 ] || fail "with a baseline it ended with $status: $(cat "$folder/errors")"
holds "$folder/summary" '### Since '
holds "$folder/summary" 'new entries'
[ "$(git worktree list | wc -l)" = 1 ] || fail 'a worktree is left'
[ "$(git rev-parse --is-shallow-repository)" = false ] || fail 'a full clone became shallow'

# What a run that was ended leaves behind.
leave() { git worktree add --quiet --detach "$RUNNER_TEMP/mvp-check-report/base" HEAD && : >"$RUNNER_TEMP/mvp-check-report/base/more"; }
baseline=true GITHUB_BASE_REF=main run
leave() { :; }
[ "$status" = 0 ] || fail "with a worktree of an earlier run it ended with $status: $(cat "$folder/errors")"
holds "$folder/summary" '### Since '
[ "$(git worktree list | wc -l)" = 1 ] || fail 'a worktree of an earlier run is left'

leave() { mkdir "$RUNNER_TEMP/mvp-check-report" && echo '{}' >"$RUNNER_TEMP/mvp-check-report/baseline.json"; }
git remote set-url origin "file://$folder/nowhere"
baseline=true GITHUB_BASE_REF=main run
git remote set-url origin "file://$folder/origin"
leave() { :; }
[ "$status" = 0 ] || fail "without its origin it ended with $status: $(cat "$folder/errors")"
[ "$(grep -c '^::warning title=mvp-check::no baseline: ' "$folder/log")" = 1 ] || fail 'it does not say that there is no baseline'
[ "$(output verdict)" = nearly ] || fail "without its origin the verdict is $(output verdict)"
if grep -q 'Since ' "$folder/summary"; then fail 'it compares with nothing'; fi

git clone --quiet --depth=1 "file://$folder/origin" "$folder/shallow"
cp profile.toml "$folder/shallow"
cd "$folder/shallow"
baseline=true GITHUB_BASE_REF=main run
holds "$folder/summary" '### Since '
[ "$(git rev-list --count FETCH_HEAD)" = 1 ] || fail 'a shallow clone was given its whole history'
cd "$folder/work"

as_of=tomorrow run
[ "$status" = 2 ] || fail "with a day that is none it ended with $status"
holds "$folder/summary" 'Nothing was judged; the log says why.'

fail_on=recommended run
[ "$status" = 1 ] || fail "with fail-on it ended with $status"

cp "$examples/ready.toml" other.toml
profile=$'profile.toml\nother.toml\n' run
[ "$status" = 0 ] && [ "$(output verdict)" = nearly ] || fail "two profiles: $status $(output verdict)"

cp "$examples/invalid.toml" profile.toml
run
[ "$status" = 2 ] || fail "with mistakes it ended with $status"
holds "$folder/log" '::error file=profile.toml,line=7,'
[ -z "$(output verdict)" ] || fail 'a verdict over a profile with mistakes'
echo 'the action: as it should'

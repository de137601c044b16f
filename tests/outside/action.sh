#!/usr/bin/env bash
# Runs the steps of the action in a repository made for it, as a build service would.
# Usage: action.sh PROGRAM, with an absolute path.
set -euo pipefail

mvp_check=$1
action=$(cd "$(dirname "$0")/../.." && pwd)
script=$action/action/check.sh
examples=$action/examples
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

fail() { printf 'the action: %s\n' "$*" >&2; exit 1; }
holds() { grep -qF -- "$2" "$1" || fail "$1 does not hold: $2"; }
output() { sed -n "s/^$1=//p" "$GITHUB_OUTPUT"; }

# The step that builds, with a cargo that prints what would decide on it: the toolchain, and files that set up Cargo or the toolchain in
# the current folder and those above.
mkdir -p "$folder/bin" "$folder/hostile/.cargo" "$folder/temp"
for name in cargo rustup; do printf '#!/bin/sh\nexec "%s" %s "$@"\n' "$folder/stub" "$name" >"$folder/bin/$name"; done
cat >"$folder/stub" <<'STUB'
#!/usr/bin/env bash
printf '%s in %s into %s\n' "$*" "$PWD" "${CARGO_TARGET_DIR:-}"
here=$PWD
while [ -n "$here" ]; do
    for file in "$here"/rust-toolchain{,.toml} "$here"/.cargo/config{,.toml}; do
        if [ -e "$file" ]; then echo "obeys $file"; fi
    done
    here=${here%/*}
done
STUB
chmod +x "$folder/stub" "$folder"/bin/*
cd "$folder/hostile"
printf '[toolchain]\npath = "elsewhere"\n' >rust-toolchain.toml
printf '[build]\nrustc-wrapper = "./evil"\n' >.cargo/config.toml
built() {
    PATH=$folder/bin:$PATH GITHUB_ACTION_PATH=$action RUNNER_TEMP=$folder/temp RUSTUP_TOOLCHAIN=theirs bash -c "$1" >"$folder/log"
}
built 'cargo install'
[ "$(grep -c '^obeys ' "$folder/log")" = 2 ] || fail 'the stub does not see what the repository sets'
step=$(sed -n "/name: Build mvp-check/,/name: Check/s/^      run: '\(.*\)'$/\1/p" "$action/action.yml")
built "$step"
rust=$(sed -n 's/^rust-version = "\(.*\)".*/\1/p' "$action/Cargo.toml")
holds "$folder/log" "cargo +$rust install --quiet --locked --path . --root $folder/temp/mvp-check in $action into $folder/temp/"
if grep '^obeys ' "$folder/log"; then fail 'a file decides what is built'; fi
azure=$examples/pipelines/azure-pipelines.yml
holds "$azure" "cargo +$rust install --quiet --locked --git ADDRESS --root"
[ "$(grep -A1 'displayName: Build mvp-check' "$azure" | tail -1)" = '    workingDirectory: $(Agent.TempDirectory)' ] ||
    fail 'Azure builds in the checked-out repository'

# A repository whose profile has a few more contributions than the branch that it merges into.
git init --quiet --initial-branch=main "$folder/origin"
cd "$folder/origin"
git config user.name Example && git config user.email example@example.org
git commit --quiet --allow-empty -m Empty
# Without the last three contributions that count.
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
    # Each annotation has a title.
    if grep '^::' "$folder/log" | grep -vE '^::(error|warning|notice) [^:]*title=[^:]+::.'; then fail 'an annotation without a title'; fi
}

run
[ "$status" = 0 ] || fail "it ended with $status: $(cat "$folder/errors")"
[ "$(output verdict)" = nearly ] || fail "verdict $(output verdict)"
[ "$(output gaps)" = 3 ] || fail "gaps $(output gaps)"
holds "$folder/log" '::warning file=profile.toml,line=83,'
holds "$folder/summary" '| impact | ▲ gap | measured |'
holds "$folder/output" '## Amal Example'
holds "$(output page)" '<!doctype html>'
if grep -q 'Since ' "$folder/summary"; then fail 'it compares although `baseline` is not set'; fi

baseline=true GITHUB_BASE_REF=main run
[ "$status" = 0 ] || fail "with a baseline it ended with $status: $(cat "$folder/errors")"
holds "$folder/summary" '### Since '
holds "$folder/summary" 'new entries'
[ "$(git worktree list | wc -l)" = 1 ] || fail 'a worktree is left'
[ "$(git rev-parse --is-shallow-repository)" = false ] || fail 'a full clone became shallow'

# A stopped run leaves its worktree.
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
[ "$(grep -c '^::warning title=mvp-check::no baseline: ' "$folder/log")" = 1 ] || fail 'it does not report the missing baseline'
[ "$(output verdict)" = nearly ] || fail "without its origin the verdict is $(output verdict)"
if grep -q 'Since ' "$folder/summary"; then fail 'it compares with nothing'; fi

git clone --quiet --depth=1 "file://$folder/origin" "$folder/shallow"
cp profile.toml "$folder/shallow"
cd "$folder/shallow"
baseline=true GITHUB_BASE_REF=main run
holds "$folder/summary" '### Since '
[ "$(git rev-list --count FETCH_HEAD)" = 1 ] || fail 'a shallow clone got its whole history'
cd "$folder/work"

as_of=tomorrow run
[ "$status" = 2 ] || fail "with an invalid day it ended with $status"
holds "$folder/summary" 'Nothing was checked. See the log.'

fail_on=recommended run
[ "$status" = 1 ] || fail "with fail-on it ended with $status"

cp "$examples/ready.toml" other.toml
profile=$'profile.toml\nother.toml\n' run
[ "$status" = 0 ] && [ "$(output verdict)" = nearly ] || fail "two profiles: $status $(output verdict)"

cp "$examples/invalid.toml" profile.toml
run
[ "$status" = 2 ] || fail "with mistakes it ended with $status"
holds "$folder/log" '::error file=profile.toml,line=7,'
[ -z "$(output verdict)" ] || fail 'it has a verdict on a profile with mistakes'
echo 'the action: passed'

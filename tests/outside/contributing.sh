#!/usr/bin/env bash
# Applies the diffs of CONTRIBUTING.md to a copy, all after each other, and shows that what comes of it is formatted and compiles without
# a warning. `tests/outside/contributing.sh`; it needs Git.
set -euo pipefail
cd "$(dirname "$0")/../.."

# Beside what is built here, so that the dependencies need not be built again.
export CARGO_TARGET_DIR=$PWD/target
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT

git ls-files -z --cached --others --exclude-standard | tar --create --null --files-from=- | tar --extract --directory="$copy"
sed -n '/^```diff$/,/^```$/{/^```/d;p;}' CONTRIBUTING.md >"$copy/all.diff"
added=$(grep -c '^diff --git' "$copy/all.diff")
cd "$copy"
git init --quiet
git apply --whitespace=error all.diff
cargo fmt --check
cargo clippy --locked --all-targets --quiet -- --deny warnings
echo "changes to $added files of CONTRIBUTING.md: applied, and nothing to warn of"

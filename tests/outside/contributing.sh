#!/usr/bin/env bash
# Applies all diffs of CONTRIBUTING.md to a copy, and checks its format and lints.
set -euo pipefail
cd "$(dirname "$0")/../.."

# Shared, so that the dependencies are not built again.
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
cargo clippy --locked --quiet -- --deny warnings
echo "changes to $added files: applied without warnings"

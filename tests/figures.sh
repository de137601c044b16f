#!/usr/bin/env bash
# Prints the figures that SECURITY.md quotes, of the program that people run. `tests/figures.sh` takes a few minutes; it fails where something
# was lost, obeyed, invalid or different, and where SECURITY.md says another figure.
set -euo pipefail
cd "$(dirname "$0")/.."

cargo build --release --locked
export MVP_CHECK_PROGRAM=$PWD/target/release/mvp-check

told=$(mktemp)
trap 'rm -f "$told"' EXIT
# One after the other: some are about time and memory, and use both cores themselves.
cargo test --locked --no-fail-fast --test hardening --test fuzz --test supply -- --ignored --nocapture --test-threads=1 | tee "$told"

printf '\n== figures\n'
missing=0
while read -r figure; do
    if grep -qF -- "$figure" SECURITY.md; then
        printf '%s\n' "$figure"
    else
        printf '%s (SECURITY.md says something else)\n' "$figure"
        missing=1
    fi
done < <(sed -n 's/^figure: //p' "$told")
exit "$missing"

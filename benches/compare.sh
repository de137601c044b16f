#!/usr/bin/env bash
# Measures the program, as whole processes, side by side with what a person would take instead, and writes benches/RESULTS.md.
# Usage: benches/compare.sh [--quick]; --quick takes a tenth of the sizes and few pairs, and writes no file.
# MVP_CHECK=PATH measures that program instead of the one of this folder. Needs Rust, Python 3.11 with venv, and a registry for pip.
# Measure on a machine that does nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."

built=${CARGO_TARGET_DIR:-target}/release
cargo build --locked --release --bins --examples
program=${MVP_CHECK:-$built/mvp-check}

work=target/compare
if ! [ -x "$work/tools/bin/check-jsonschema" ]; then
    python3 -m venv "$work/tools"
    "$work/tools/bin/pip" install --quiet tombi==1.9.6 taplo==0.9.3 check-jsonschema==0.39.0
fi

exec python3 benches/compare.py --program "$program" --examples "$built/examples" --tools "$work/tools/bin" --data "$work/data" "$@"

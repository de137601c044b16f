#!/usr/bin/env bash
# Builds the program for the action. The checked-out repository must not decide what runs: the folder is the action's own, so that no
# `.cargo/config.toml` of the repository applies, and the named toolchain overrides `rust-toolchain.toml` and `RUSTUP_TOOLCHAIN`.
set -euo pipefail
cd "$GITHUB_ACTION_PATH"

rust=$(sed -n 's/^rust-version = "\(.*\)".*/\1/p' Cargo.toml)
rustup toolchain install --profile minimal --no-self-update "$rust"
CARGO_TARGET_DIR=$RUNNER_TEMP/mvp-check-target \
    cargo "+$rust" install --quiet --locked --path . --root "$RUNNER_TEMP/mvp-check"

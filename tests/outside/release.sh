#!/usr/bin/env bash
# Tests .github/release.sh: the tag must be the version, and each archive must be complete.
# Usage: release.sh PROGRAM, which is packed for every target. Without cargo-cyclonedx, the bill of materials is skipped.
set -euo pipefail

program=$(realpath "$1")
root=$(cd "$(dirname "$0")/../.." && pwd)
release=$root/.github/release.sh
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed() { echo "FAILED  $*" >&2; exit 1; }

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' "$root/Cargo.toml")
[ "$("$release" version "v$version")" = "version=$version" ] || failed "the tag v$version"
for tag in "$version" "v$version-rc.1" v99.0.0 "v$version"$'\n''x=y' ''; do
    if "$release" version "$tag" 2>/dev/null; then failed "the tag '$tag' is taken"; fi
done

for target in "$(uname -m)-unknown-linux-musl" aarch64-apple-darwin x86_64-pc-windows-msvc; do
    suffix=
    case $target in *windows*) suffix=.exe ;; esac
    mkdir -p "$folder/programs/program-$target"
    # Artifacts lose their file mode.
    install -m 644 "$program" "$folder/programs/program-$target/mvp-check$suffix"
done
"$release" archives "$version" "$folder/programs" "$folder/dist"
[ "$(ls "$folder/dist" | wc -l)" = 3 ] || failed "the archives: $(ls "$folder/dist")"

mkdir "$folder/out"
for archive in "$folder"/dist/*.tar.gz; do tar -xzf "$archive" -C "$folder/out"; done
for archive in "$folder"/dist/*.zip; do unzip -q "$archive" -d "$folder/out"; done
for archive in "$folder"/out/*; do
    for file in README.md CHANGELOG.md LICENSE-APACHE LICENSE-MIT man/mvp-check.1 \
        completions/{mvp-check.bash,mvp-check.elv,mvp-check.fish,mvp-check.ps1,_mvp-check}; do
        [ -s "$archive/$file" ] || failed "$archive has no $file"
    done
    [ "$(find "$archive" -type f | wc -l)" = 11 ] || failed "$archive holds something else: $(find "$archive" -type f)"
    "$archive"/mvp-check* --version >/dev/null
done
[ -x "$folder/out/mvp-check-$version-x86_64-pc-windows-msvc/mvp-check.exe" ] || failed 'the program for Windows'

if command -v cargo-cyclonedx >/dev/null; then
    "$release" parts "$version" "$folder/dist"
    jq --exit-status '.bomFormat == "CycloneDX" and (.components | map(.name) | contains(["clap", "toml"]))' \
        "$folder/dist/mvp-check-$version.cdx.json" >/dev/null || failed 'the bill of materials'
else
    echo 'cargo-cyclonedx is missing: skipped'
fi
echo 'the tag and 3 archives: passed'

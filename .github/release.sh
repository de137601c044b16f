#!/usr/bin/env bash
# The steps of a release. `tests/outside/release.sh` tests them.
#
#   release.sh version TAG                        prints `version=1.2.3`; fails if the tag is not the version in Cargo.toml
#   release.sh archives VERSION PROGRAMS FOLDER   packs each PROGRAMS/program-TARGET/mvp-check, with licences, completions, manual
#   release.sh parts VERSION FOLDER               lists all crates in the program, as CycloneDX
set -euo pipefail
cd "$(dirname "$0")/.."

version() {
    local tag=$1 stated
    stated=$(cargo metadata --locked --no-deps --format-version 1 | jq --raw-output '.packages[0].version')
    if [ "$tag" != "v$stated" ]; then
        echo "the tag is $tag, but Cargo.toml has version $stated" >&2
        exit 1
    fi
    echo "version=$stated"
}

# Files that are the same on every system.
texts() {
    local program=$1 folder=$2
    mkdir -p "$folder/completions" "$folder/man"
    cp README.md CHANGELOG.md LICENSE-APACHE LICENSE-MIT "$folder"
    "$program" completions bash >"$folder/completions/mvp-check.bash"
    "$program" completions elvish >"$folder/completions/mvp-check.elv"
    "$program" completions fish >"$folder/completions/mvp-check.fish"
    "$program" completions powershell >"$folder/completions/mvp-check.ps1"
    "$program" completions zsh >"$folder/completions/_mvp-check"
    "$program" man >"$folder/man/mvp-check.1"
}

archives() {
    local version=$1 programs=$2 dist=$3 work own program target name
    work=$(mktemp -d)
    own=$programs/program-$(uname -m)-unknown-linux-musl/mvp-check
    # Artifacts lose their file mode.
    chmod +x "$programs"/*/mvp-check*
    texts "$own" "$work/texts"
    mkdir -p "$dist"
    for program in "$programs"/program-*/mvp-check*; do
        target=$(basename "$(dirname "$program")")
        name=mvp-check-$version-${target#program-}
        cp -R "$work/texts" "$work/$name"
        cp "$program" "$work/$name"
        case $target in
            *-windows-*) (cd "$work" && zip --quiet --recurse-paths "$name.zip" "$name") && mv "$work/$name.zip" "$dist" ;;
            *) tar --create --gzip --owner=0 --group=0 --file "$dist/$name.tar.gz" --directory "$work" "$name" ;;
        esac
    done
    rm -rf "$work"
}

parts() {
    local version=$1 dist=$2
    cargo cyclonedx --quiet --format json --spec-version 1.5 --describe binaries --target all
    mkdir -p "$dist"
    mv mvp-check_bin.cdx.json "$dist/mvp-check-$version.cdx.json"
}

"$@"

#!/bin/sh
# Builds the browser modules and styles into <output dir>; Maven calls it in generate-resources.
# Installs the pinned npm packages only when they are missing or the lock file is newer, from npm's own cache where it can.
set -eu

out=${1:?usage: sh build.sh <output dir>}
case $out in /*) ;; *) out=$PWD/$out ;; esac
cd "$(dirname "$0")"

if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
    echo "Enlace needs Node.js 20 or newer, with npm, to build what runs in the browser; install it (Debian: apt-get install nodejs npm) and build again." >&2
    exit 1
fi
major=$(node -p 'process.versions.node.split(".")[0]')
if [ "$major" -lt 20 ]; then
    echo "Enlace needs Node.js 20 or newer to build what runs in the browser; this is $(node --version)." >&2
    exit 1
fi

installed=node_modules/.package-lock.json
if [ ! -f "$installed" ] || [ -n "$(find package-lock.json package.json -newer "$installed")" ]; then
    npm ci --prefer-offline --no-audit --no-fund --loglevel=error
    touch "$installed"
fi

exec node build.mjs "$out"

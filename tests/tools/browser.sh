#!/bin/sh
# Make sure that a browser and Japanese fonts are there for the tests of real pages.
set -eu
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then found=yes; break; fi
done
fonts=$(fc-list ':lang=ja' 2>/dev/null | head -n 1)
if [ "${found:-}" = yes ] && [ -n "$fonts" ]; then exit 0; fi
if command -v apt-get >/dev/null 2>&1; then
  if [ "$(id -u)" = 0 ]; then run=""; elif sudo -n true 2>/dev/null; then run="sudo"; else run=none; fi
  if [ "$run" != none ]; then
    $run apt-get update -qq
    $run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk fontconfig >/dev/null ||
      $run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq fonts-noto-cjk fontconfig >/dev/null
    exit 0
  fi
fi
echo "画面の試験には、ブラウザー（Chromium）と日本語の字形（fonts-noto-cjk）が要ります。入れてから、もう一度 make test を実行してください。" >&2
exit 1

#!/bin/sh
# 命令を動かす。出る文字が「::」で始まっても、GitHubへの指図として読まれないようにする。
# 使い方：plain.sh 命令 …
set -u
token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
echo "::stop-commands::$token"
"$@"
code=$?
printf '\n::%s::\n' "$token"
exit "$code"

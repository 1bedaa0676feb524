#!/usr/bin/env bash
# Builds Rembuk and starts it on this machine.
#
#   bash serve.sh [--port N] [--data DIR] [--store DIR] [--build-only]
#
#   --port N       listen on 127.0.0.1:N (8080)
#   --data DIR     a consultation from the nine CSV or XLSX files in DIR instead of the demo province
#   --store DIR    keep answers in DIR (default: the user's data directory; kept between starts)
#   --build-only   stop after the build
#   --help         this text
#
# Debian 12 or 13. Installs what is missing (as root or through sudo), fetches and builds the
# dependencies into ${REMBUK_DEPS:-~/.cache/rembuk-deps}, builds the app and the server, prints three
# sign-in links and then "ready". Safe to interrupt and to repeat; without a network once it has run.
set -euo pipefail
usage() { sed -n '2,/^set /s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" | sed '$d'; }
wrong() { echo "serve.sh: $* (see: bash serve.sh --help)" >&2; exit 2; }

port=8080 data='' store='' build_only=''
while [ $# -gt 0 ]; do
  case $1 in
    --port | --data | --store) [ $# -ge 2 ] || wrong "$1 needs a value"; declare "${1#--}=$2"; shift 2 ;;
    --port=* | --data=* | --store=*) name=${1%%=*}; declare "${name#--}=${1#*=}"; shift ;;
    --build-only) build_only=1; shift ;;
    -h | --help) usage; exit 0 ;;
    *) wrong "unknown argument: $1" ;;
  esac
done
case $port in '' | *[!0-9]*) wrong "--port needs a number, not «$port»" ;; esac
{ [ "$port" -ge 1 ] && [ "$port" -le 65535 ]; } || wrong "--port needs a number from 1 to 65535"
[ -z "$data" ] || [ -d "$data" ] || wrong "--data: there is no folder «$data»"
[ -z "$data" ] || data=$(cd "$data" && pwd)
[ -z "$store" ] || { mkdir -p "$store" && store=$(cd "$store" && pwd); } || wrong "--store: cannot make the folder «$store»"

cd "$(dirname "${BASH_SOURCE[0]}")"
bash cmake/deps.sh
logs=build/log
mkdir -p "$logs"
# shellcheck source=cmake/steps.sh
. cmake/steps.sh
native() { configure release && ninja -C build/native rembuk rembuk-server; }
pages() { configure wasm && ninja -C build/wasm rembuk_pages; }
say_step 'Building the server and the command line' native
say_step 'Building the browser app' pages
[ -z "$build_only" ] || exit 0

home=${XDG_DATA_HOME:-$HOME/.local/share}/rembuk
if [ -z "$store" ]; then
  store=$home/demo
  [ -z "$data" ] || store=$home/$(basename "$data")-$(printf '%s' "$data" | sha256sum | cut -c1-8)
fi
if [ -z "$data" ] && [ ! -e "$store/rembuk.db" ]; then
  data=build/demo
  demo() { rm -rf "$data" && build/bin/rembuk synth --employees 12000 --seed 1 --out "$data.part" && mv "$data.part" "$data"; }
  rm -rf "$data.part"
  say_step 'Making the demo province (fictitious people)' demo
fi
exec build/bin/rembuk-server serve --demo --port "$port" --store "$store" --web build/web ${data:+--data "$data"}

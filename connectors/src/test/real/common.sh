# What the scripts beside this one share. Each is called so:
#
#   sh NAME.sh get FOLDER          installs what is missing: Debian's packages as root, npm's below FOLDER
#   sh NAME.sh start FOLDER PORT   starts afresh on 127.0.0.1:PORT and returns as soon as it answers
#   sh NAME.sh stop FOLDER         ends what was started
#
# A server keeps all its files below FOLDER/NAME: what was got in `got`, and what one run needs in `run`.
set -eu

fail() {
  echo "$*" >&2
  exit 1
}

if [ $# -lt 2 ]; then
  fail "Usage: sh $0 get FOLDER | start FOLDER PORT | stop FOLDER"
fi
NAME=$(basename "$0" .sh)
TO_GET="As root: sh $0 get $2"
HERE=$(cd "$(dirname "$0")" && pwd)
FOLDER=$(mkdir -p "$2/$NAME" && cd "$2/$NAME" && pwd)
PORT=${3:-}
GOT=$FOLDER/got
RUN=$FOLDER/run
PATH=$PATH:/usr/sbin:/sbin

# The package of each program that is not there. Takes PROGRAM=PACKAGE ...
missing() {
  for pair in "$@"; do
    command -v "${pair%%=*}" >/dev/null || echo "${pair#*=}"
  done
}

# Installs Debian's packages, and keeps them from starting services of their own.
install() {
  [ $# -gt 0 ] || return 0
  command -v apt-get >/dev/null || fail "$NAME needs these packages of Debian, and there is no apt-get: $*"
  [ "$(id -u)" = 0 ] || fail "$NAME needs more than is installed. As root: apt-get install --no-install-recommends $*"
  policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod +x "$policy"
    trap 'rm -f "$policy"' EXIT
    trap 'exit 1' HUP INT TERM
  fi
  apt-get -q update
  DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends "$@"
}

# Tries a command, for a minute or so at most, until it succeeds.
eventually() {
  tries=600
  until "$@" >/dev/null 2>&1; do
    tries=$((tries - 1))
    [ $tries -gt 0 ] || return 1
    sleep 0.1
  done
}

# Ends the process whose id is the first line of a file, if it is one of ours: ids are used again.
# Takes the file and, where the usual signal will not do, another one.
end() {
  [ -s "$1" ] || return 0
  pid=$(head -n 1 "$1")
  rm -f "$1"
  is_ours "$pid" || return 0
  kill -"${2:-TERM}" "$pid" 2>/dev/null || return 0
  eventually is_over "$pid" || kill -KILL "$pid" 2>/dev/null || true
}

is_ours() {
  tr '\0' ' ' 2>/dev/null <"/proc/$1/cmdline" | grep -qF "$FOLDER"
}

is_over() {
  ! is_ours "$1"
}

# Starts the server. What a broken run left is ended first, and one that fails leaves nothing
# running and shows its logs.
start() {
  [ -n "$PORT" ] || fail "Usage: sh $0 start FOLDER PORT"
  check
  stop
  rm -rf "$RUN"
  mkdir -p "$RUN"
  trap 'stop; tail -n 20 "$RUN"/*.log >&2 2>/dev/null || true; fail "$NAME did not start on port $PORT. What it logged is in $RUN."' EXIT
  trap 'exit 1' HUP INT TERM
  run
  trap - EXIT
}

# Does what the script was called for, with its functions get, check (is all there?), run and stop.
main() {
  case $1 in
    get) get ;;
    start) start ;;
    stop) stop ;;
    *) fail "Usage: sh $0 get FOLDER | start FOLDER PORT | stop FOLDER" ;;
  esac
}

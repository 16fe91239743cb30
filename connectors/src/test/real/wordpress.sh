#!/bin/sh
# WordPress as Debian has it, on PHP's own web server and a MariaDB that only a socket leads to. How it is called: common.sh.
# The application password of its user `admin` is in FOLDER/wordpress/run/password.
. "$(dirname "$0")/common.sh"

SITE=$GOT/usr/share/wordpress

needed() {
  missing php=php-cli mariadbd=mariadb-server-core mariadb=mariadb-client-core
  php -m 2>/dev/null | grep -qx mysqli || echo php-mysql
}

# The package alone, because its dependencies would install a web server.
get() {
  install $(needed)
  [ -e "$SITE/wp-load.php" ] && return
  command -v apt-get >/dev/null || fail "WordPress is got as a package of Debian, and there is no apt-get."
  mkdir -p "$GOT"
  (cd "$GOT" && rm -f wordpress_*.deb && apt-get -q download wordpress) ||
    fail "Debian's package wordpress cannot be had. Perhaps: apt-get update"
  dpkg-deb -x "$GOT"/wordpress_*.deb "$GOT"
}

check() {
  [ -z "$(needed)" ] && [ -e "$SITE/wp-load.php" ] || fail "Something of PHP, MariaDB or WordPress is missing. $TO_GET"
}

run() {
  as=$(id -un)
  mariadb-install-db --no-defaults --user="$as" --datadir="$RUN/db" --auth-root-authentication-method=normal \
    --skip-test-db >"$RUN/db.log" 2>&1
  mariadbd --no-defaults --user="$as" --datadir="$RUN/db" --socket="$RUN/socket" --pid-file="$RUN/db.pid" \
    --skip-networking --skip-ssl >>"$RUN/db.log" 2>&1 &
  eventually mariadb --no-defaults --user=root --socket="$RUN/socket" --execute='CREATE DATABASE IF NOT EXISTS wordpress'
  cp "$HERE/wordpress-config.php" "$SITE/wp-config.php"
  export REAL_SOCKET="$RUN/socket" REAL_URL="http://127.0.0.1:$PORT"
  php "$HERE/wordpress-install.php" "$SITE" >"$RUN/password" 2>"$RUN/install.log"
  php -d sendmail_path=/bin/true -d error_log="$RUN/php.log" -S "127.0.0.1:$PORT" -t "$SITE" >"$RUN/web.log" 2>&1 &
  echo $! >"$RUN/web.pid"
  eventually php -r 'exit(file_get_contents($argv[1]) === false ? 1 : 0);' "$REAL_URL/?rest_route=/"
}

stop() {
  end "$RUN/web.pid"
  end "$RUN/db.pid"
}

main "$@"

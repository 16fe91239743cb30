#!/bin/sh
# nginx, which serves the files of FOLDER/nginx/run/www in several ways. How it is called: common.sh.
. "$(dirname "$0")/common.sh"

get() {
  install $(missing nginx=nginx)
}

check() {
  [ -z "$(missing nginx=nginx)" ] || fail "nginx is missing. $TO_GET"
}

run() {
  mkdir "$RUN/www" "$RUN/tmp"
  printf 'reader:{PLAIN}secret\n' >"$RUN/readers"
  cat >"$RUN/nginx.conf" <<END
pid $RUN/nginx.pid;
events {}
http {
  types { application/rss+xml xml; }
  access_log off;
  client_body_temp_path $RUN/tmp;
  proxy_temp_path $RUN/tmp;
  fastcgi_temp_path $RUN/tmp;
  uwsgi_temp_path $RUN/tmp;
  scgi_temp_path $RUN/tmp;
  limit_req_zone \$binary_remote_addr zone=often:1m rate=1r/m;
  limit_req_status 429;
  gzip_types application/rss+xml;
  gzip_min_length 1;
  server {
    listen 127.0.0.1:$PORT;
    root $RUN/www;
    location /zipped/ { alias $RUN/www/; gzip on; }
    location /dated/ { alias $RUN/www/; etag off; }
    location /tagged/ { alias $RUN/www/; add_header Last-Modified ""; }
    location /seldom/ { alias $RUN/www/; limit_req zone=often; }
    location /closed/ { alias $RUN/www/; auth_basic closed; auth_basic_user_file $RUN/readers; }
    location /moved/ { rewrite ^/moved/(.*) /\$1 permanent; }
    location /gone/ { return 410; }
    location /busy/ { add_header Retry-After 7 always; return 503; }
  }
}
END
  [ "$(id -u)" != 0 ] || sed -i '1i user root;' "$RUN/nginx.conf"
  nginx -e "$RUN/error.log" -c "$RUN/nginx.conf"
}

stop() {
  end "$RUN/nginx.pid"
}

main "$@"

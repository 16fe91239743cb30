<?php
// Installs WordPress in its database and prints an application password of the user `admin`.
define('WP_INSTALLING', true);
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
$admin = wp_install('Shop', 'admin', 'admin@shop.example', true)['user_id'];
[$password] = WP_Application_Passwords::create_new_application_password($admin, ['name' => 'firsthour']);
echo $password;

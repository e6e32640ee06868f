<?php
// Turns an installed site into a network of one, whose administrator is a mere site's administrator.
define( 'WP_INSTALLING', true );
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

wp_insert_user( array( 'user_login' => 'keeper', 'user_pass' => 'keeper', 'user_email' => 'keeper@partner.example', 'role' => 'administrator' ) );
foreach ( $wpdb->tables( 'ms_global' ) as $name => $table ) {
	$wpdb->$name = $table;
}
install_network();
populate_network( 1, preg_replace( '~^https?://~', '', WP_HOME ), 'keeper@partner.example', 'A network', '/', false );
// Everybody who was an administrator before would be the network's.
$wpdb->update( $wpdb->sitemeta, array( 'meta_value' => serialize( array( 'keeper' ) ) ), array( 'meta_key' => 'site_admins' ) );

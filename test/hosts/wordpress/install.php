<?php
// Installs a site with one user of each role, named like the role, which is the password too.
define( 'WP_INSTALLING', true );
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install( 'A partner', 'administrator', 'administrator@partner.example', true, '', 'administrator' );
foreach ( array( 'editor', 'author', 'contributor' ) as $role ) {
	wp_insert_user( array( 'user_login' => $role, 'user_pass' => $role, 'user_email' => "$role@partner.example", 'role' => $role ) );
}
update_option( 'permalink_structure', '/%postname%/' );
// The editor greets newcomers with a dialog over the page.
foreach ( get_users() as $user ) {
	update_user_meta( $user->ID, $table_prefix . 'persisted_preferences', array( 'core/edit-post' => array( 'welcomeGuide' => false ), '_modified' => gmdate( 'c' ) ) );
}

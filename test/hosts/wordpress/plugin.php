<?php
// `php plugin.php install <zip>`, `activate`, `deactivate` or `delete`: as the plugins page does it.
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/admin.php';
require ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';

const PLUGIN = 'report-stalker-panel/report-stalker-panel.php';
list( , $action, $zip ) = $argv + array( 2 => '' );

switch ( $action ) {
	case 'install':
		$result = ( new Plugin_Upgrader( new Automatic_Upgrader_Skin() ) )->install( $zip );
		break;
	case 'activate':
		$result = activate_plugin( PLUGIN );
		break;
	case 'deactivate':
		$result = deactivate_plugins( PLUGIN );
		break;
	case 'delete':
		$result = delete_plugins( array( PLUGIN ) );
		break;
}
if ( is_wp_error( $result ) || false === $result ) {
	fwrite( STDERR, is_wp_error( $result ) ? $result->get_error_message() : "$action failed" );
	exit( 1 );
}

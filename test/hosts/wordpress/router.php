<?php
// For PHP's own server: files as they are, everything else is WordPress's.
$path = rawurldecode( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
if ( is_file( __DIR__ . $path ) || is_file( __DIR__ . rtrim( $path, '/' ) . '/index.php' ) && '/' !== $path ) {
	return false;
}
require __DIR__ . '/index.php';

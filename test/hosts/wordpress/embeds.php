<?php
// WordPress asks no server on this very machine, and none at an unusual port, for an embed. The
// test's script host is both; a real one is neither.
add_filter( 'http_request_host_is_external', static fn( $is, $host ) => $is || '127.0.0.1' === $host, 10, 2 );
add_filter( 'http_allowed_safe_ports', static fn( $ports ) => array_merge( $ports, array( (int) getenv( 'WP_SCRIPT_PORT' ) ) ) );

<?php
// What an administrator does beside writing posts:
// `php admin.php theme <name>`, `widget <text or ''>`, `footer <content or ''>`, `language <locale or ''>`, `site-language <locale or ''>`, `traces`.
require __DIR__ . '/wp-load.php';
list( , $action, $value ) = $argv + array( 2 => '' );

switch ( $action ) {
	case 'theme':
		switch_theme( $value );
		break;
	case 'widget':
		update_option( 'widget_text', array( 1 => array( 'title' => 'Help', 'text' => $value, 'filter' => true, 'visual' => true ), '_multiwidget' => 1 ) );
		update_option( 'sidebars_widgets', array( 'side' => '' === $value ? array() : array( 'text-1' ), 'array_version' => 3 ) );
		break;
	case 'footer':
		foreach ( get_posts( array( 'post_type' => 'wp_template_part', 'numberposts' => -1 ) ) as $part ) {
			wp_delete_post( $part->ID, true );
		}
		if ( '' !== $value ) {
			$id = wp_insert_post( wp_slash( array( 'post_type' => 'wp_template_part', 'post_name' => 'footer', 'post_title' => 'Footer', 'post_status' => 'publish', 'post_content' => $value ) ) );
			wp_set_object_terms( $id, get_stylesheet(), 'wp_theme' );
			wp_set_object_terms( $id, 'footer', 'wp_template_part_area' );
		}
		break;
	case 'language':
		// Of the author's own screens, not of the site.
		update_user_meta( get_user_by( 'login', 'author' )->ID, 'locale', $value );
		break;
	case 'site-language':
		// As with its language files, which are not needed here.
		add_filter( 'sanitize_option_WPLANG', static fn() => $value );
		update_option( 'WPLANG', $value );
		break;
	case 'traces':
		// What is named like the plugin, in all the tables that plugins write to; posts are the authors' own.
		foreach ( array( 'options' => 'option_name', 'usermeta' => 'meta_key', 'postmeta' => 'meta_key', 'termmeta' => 'meta_key' ) as $table => $column ) {
			echo implode( "\n", $wpdb->get_col( "SELECT $column FROM {$wpdb->$table} WHERE $column LIKE '%stalker%'" ) );
		}
		break;
}

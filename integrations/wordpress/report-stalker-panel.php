<?php
/**
 * Plugin Name:       Report a stalker panel
 * Description:       Tells someone who is being stalked whom to call, and which helpline is open right now: a block, a shortcode and an HTML tag, for every role.
 * Version:           {{version}}
 * Requires at least: 6.3
 * Requires PHP:      7.4
 * Author:            The report-stalker-panel contributors
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       report-stalker-panel
 * Update URI:        false
 *
 * It has no settings, stores nothing and asks nobody: script, numbers and the panel's page are files
 * of this folder.
 *
 * @package ReportStalkerPanel
 */

namespace ReportStalkerPanel;

defined( 'ABSPATH' ) || exit;

/** Name of the tag, the shortcode and the script. */
const TAG = 'report-stalker-panel';
const EDITOR = 'report-stalker-panel-editor';

/**
 * What the build has taken from the panel's own sources: attribute names, numbers, the script's hash.
 *
 * @return array
 */
function data() {
	static $data;
	if ( null === $data ) {
		$data = require __DIR__ . '/data.php';
	}
	return $data;
}

/** Makes script, shortcode and block known. Nothing of it reaches a page that has no panel. */
function register() {
	// Early and async: the sooner the panel stands, the less of the page moves.
	wp_register_script( TAG, plugins_url( 'embed.js', __FILE__ ), array(), data()['version'], array( 'strategy' => 'async' ) );
	wp_register_script(
		EDITOR,
		plugins_url( 'editor.js', __FILE__ ),
		array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-data', 'wp-element', 'wp-i18n' ),
		data()['version'],
		true
	);
	$site = array(
		'numbers' => wp_list_pluck( data()['fallback'], 'numbers' ),
		'lang'    => str_replace( '_', '-', get_locale() ),
	);
	wp_add_inline_script( EDITOR, 'var reportStalkerPanel = ' . wp_json_encode( $site ) . ';', 'before' );
	wp_set_script_translations( EDITOR, 'report-stalker-panel' );

	add_shortcode( TAG, __NAMESPACE__ . '\render_shortcode' );
	register_block_type( __DIR__, array( 'render_callback' => __NAMESPACE__ . '\render_block' ) );
	// The scheme may differ. The released address too: posts from before the plugin have it.
	$own      = preg_quote( preg_replace( '/^https?:/', '', plugins_url( 'panel.html', __FILE__ ) ), '~' );
	$released = released_page();
	wp_embed_register_handler( TAG, "~^https?:(?:$own|$released)(?:[?#]|$)~", __NAMESPACE__ . '\render_address' );
}
add_action( 'init', __NAMESPACE__ . '\register' );

/**
 * The block: a paragraph's worth of attributes in, the tag in its wrapper out.
 *
 * @param array $given The block's attributes, checked against block.json.
 * @return string HTML.
 */
function render_block( $given ) {
	$attributes = array();
	foreach ( $given as $name => $value ) {
		$name = strtolower( preg_replace( '/[A-Z]/', '-$0', $name ) );
		// Names that block.json does not know are not checked: their values may be lists.
		if ( is_scalar( $value ) && false !== $value && '' !== $value ) {
			$attributes[ $name ] = true === $value ? '' : $value;
		}
	}
	return '<div ' . get_block_wrapper_attributes() . '>' . panel( $attributes ) . '</div>';
}

/**
 * The shortcode: `[report-stalker-panel region="wales" compact]`.
 *
 * @param array|string $given Attributes as written; bare words have numbers for names.
 * @return string HTML.
 */
function render_shortcode( $given ) {
	$attributes = array();
	foreach ( join_quoted( (array) $given ) as $name => $value ) {
		$value = without_quotes( $value );
		if ( is_int( $name ) ) {
			$attributes[ strtolower( $value ) ] = '';
		} else {
			$attributes[ $name ] = $value;
		}
	}
	// It may stand within a line of text, where a paragraph would end the paragraph around it.
	return str_replace( array( '<p>', '</p>' ), array( '', '<br>' ), panel( $attributes ) );
}

/**
 * The address of the panel's page, alone on a line or in an Embed block: WordPress would ask the page for an
 * embeddable form of it, and show one from another server, in a sandbox in which no number can be tapped.
 *
 * @param array  $found What the handler's expression has found.
 * @param array  $size  Of what is to be embedded.
 * @param string $url   The address; its query sets what a mere link may set.
 * @return string HTML.
 */
function render_address( $found, $size, $url ) {
	wp_parse_str( (string) wp_parse_url( $url, PHP_URL_QUERY ), $query );
	$allowed = array_intersect_key( $query, array_flip( data()['in_url'] ) );
	return '<div>' . panel( array_filter( $allowed, 'is_string' ) ) . '</div>';
}

/**
 * Puts together what WordPress has taken apart: the quotes of a text processor are none to it, so that
 * a value between them ends at its first space, and one between unlike quotes is a bare word.
 *
 * @param array $given Attributes as WordPress has read them.
 * @return array The same, with whole values.
 */
function join_quoted( array $given ) {
	$joined = array();
	$open   = null;
	foreach ( $given as $name => $value ) {
		if ( is_int( $name ) && preg_match( '~^([a-z-]+)=(.+)$~is', $value, $parts ) ) {
			list( , $name, $value ) = $parts;
			$name                   = strtolower( $name );
		}
		if ( ! is_int( $name ) ) {
			$joined[ $name ] = $value;
			$open            = preg_match( '~^[“”„«][^“”„«»"]*$~u', $value ) ? $name : null;
		} elseif ( null !== $open ) {
			$joined[ $open ] .= " $value";
			// The new word alone: the whole value anew for each would take seconds where a quote is never closed.
			$open = preg_match( '~^[^“”„«»"]*$~u', $value ) ? $open : null;
		} else {
			$joined[] = $value;
		}
	}
	return $joined;
}

/**
 * Takes off the quotes around a value, straight ones and those of text processors.
 *
 * @param string $value A shortcode's value.
 * @return string
 */
function without_quotes( $value ) {
	return (string) preg_replace( array( '~^["“”„«»]([^"“”„«»]*)["“”„«»]$~u', "~^['‘’‚]([^'‘’‚]*)['‘’‚]$~u" ), '$1', $value );
}

/**
 * The tag, with the numbers in it for whoever gets no script.
 *
 * @param array $given Values by attribute name; unknown names are left out.
 * @return string HTML.
 */
function panel( array $given ) {
	wp_enqueue_script( TAG );
	$attributes = array_intersect_key( $given, array_flip( data()['attributes'] ) );
	$html       = '';
	foreach ( $attributes as $name => $value ) {
		// Addresses too: the panel checks them, and `esc_url` would turn "contacts.json" into "http://contacts.json".
		$escaped = esc_attr( $value );
		$html   .= '' === $escaped ? " $name" : " $name=\"$escaped\"";
	}
	return '<' . TAG . $html . '>' . fallback( $attributes ) . '</' . TAG . '>';
}

/**
 * Numbers, hours and a link to the panel's page on this very site.
 *
 * @param array $attributes Values by attribute name.
 * @return string HTML.
 */
function fallback( array $attributes ) {
	$languages = data()['fallback'];
	$tag       = isset( $attributes['lang'] ) ? $attributes['lang'] : get_bloginfo( 'language' );
	$language  = strtok( strtolower( $tag ), '-' );
	$words     = isset( $languages[ $language ] ) ? $languages[ $language ] : $languages['en'];
	$region    = isset( $attributes['region'] ) ? strtolower( $attributes['region'] ) : '';
	$numbers   = isset( $words['numbers'][ $region ] ) ? $words['numbers'][ $region ] : $words['numbers'][''];

	$query = array_intersect_key( $attributes, array_flip( data()['in_url'] ) );
	$url   = add_query_arg( array_map( 'rawurlencode', $query ), plugins_url( 'panel.html', __FILE__ ) );
	return $numbers . '<p><a href="' . esc_url( $url ) . '">' . esc_html( $words['link'] ) . '</a></p>';
}

/**
 * Puts the script on the page when a piece of it holds the panel in a form that authors write by
 * hand: the tag, a placeholder, a link to the panel's page.
 *
 * Looked at are all the places where editors write: each rendered block (posts, widgets, templates
 * and their parts in block themes), the content of posts without blocks, and the classic widgets.
 * What a theme prints from elsewhere has to come as a shortcode. The finished page is not searched:
 * that would hold back every page of the site, also those without a panel.
 *
 * @param string $html A rendered piece of the page.
 * @return string The same.
 */
function look_for_forms( $html ) {
	if ( is_string( $html ) && false !== stripos( $html, 'panel' ) && preg_match( forms_pattern(), $html ) ) {
		wp_enqueue_script( TAG );
	}
	return $html;
}
foreach ( array( 'render_block', 'the_content', 'widget_text', 'widget_custom_html_content' ) as $hook ) {
	add_filter( $hook, __NAMESPACE__ . '\look_for_forms', 20 );
}

/**
 * The panel's page as it is released, in any version: its address behind the scheme.
 *
 * @return string A regular expression.
 */
function released_page() {
	return preg_quote( preg_replace( '/^https?:/', '', data()['base'] ), '~' ) . '\d[\w.+-]*/panel\.html';
}

/**
 * What the forms look like in HTML.
 *
 * @return string A regular expression.
 */
function forms_pattern() {
	static $pattern;
	if ( null === $pattern ) {
		// The scheme may differ, and links within the site may be relative.
		$released = released_page();
		$own      = preg_quote( wp_parse_url( plugins_url( 'panel.html', __FILE__ ), PHP_URL_PATH ), '~' );
		$pattern  = "~<report-stalker-panel[\s>]|\sdata-report-stalker-panel[\s=>]|\shref=[\"']?[^\"'\s>]*(?:$released|$own)~i";
	}
	return $pattern;
}

/**
 * The script runs only with the bytes that it was released with, tells no server which page it is
 * on, and shows a panel only where the page has one. Plugins and networks that make pages faster are
 * asked to leave it alone (LiteSpeed, Cloudflare, WP Rocket): changed it would not run, and put off
 * until the first touch it would move the numbers from under the finger.
 *
 * @param string $tag    The script's HTML.
 * @param string $handle Its name.
 * @return string HTML.
 */
function guard_script( $tag, $handle ) {
	if ( TAG !== $handle ) {
		return $tag;
	}
	$attributes = sprintf(
		'integrity="%s" crossorigin="anonymous" referrerpolicy="no-referrer" data-define-only data-untrusted-content data-no-optimize="1" data-no-defer="1" data-cfasync="false" nowprocket',
		esc_attr( data()['integrity'] )
	);
	return str_replace( '<script ', "<script $attributes ", $tag );
}
add_filter( 'script_loader_tag', __NAMESPACE__ . '\guard_script', 10, 2 );

/** The block's preview in the editor is the panel itself. */
function enqueue_preview() {
	if ( is_admin() ) {
		wp_enqueue_script( TAG );
	}
}
add_action( 'enqueue_block_assets', __NAMESPACE__ . '\enqueue_preview' );

/**
 * Lets authors, contributors and every role of a network keep the tag, which WordPress would take
 * out of what they save. The same list is for what strangers write in forums and forms, so the tag
 * keeps only what a mere link may say too: nobody's own numbers, words or addresses on a genuine
 * panel. The block and the shortcode take every option. A placeholder's data attributes WordPress
 * itself lets everybody keep: the script is told that others may have written them.
 *
 * @param array  $tags    Attributes by tag.
 * @param string $context What is being filtered.
 * @return array
 */
function allow_tag( $tags, $context ) {
	if ( 'post' === $context ) {
		$tags[ TAG ] = array_fill_keys( array_merge( data()['in_url'], array( 'class', 'dir', 'hidden', 'id', 'title', 'data-*' ) ), true );
	}
	return $tags;
}
add_filter( 'wp_kses_allowed_html', __NAMESPACE__ . '\allow_tag', 10, 2 );

/**
 * Keeps the tag whole in posts without blocks and in text widgets: WordPress would put it into a paragraph,
 * which its own paragraphs would end, and leave the numbers beside the panel instead of in it.
 *
 * @param string $content The content, before paragraphs are made.
 * @return string HTML.
 */
function keep_tag_whole( $content ) {
	if ( false === stripos( $content, '<report-stalker-panel' ) || has_blocks( $content ) ) {
		return $content;
	}
	$kept = preg_replace_callback(
		'~<report-stalker-panel\b.*?</report-stalker-panel>~is',
		static function ( $found ) {
			return '<div>' . preg_replace( '~\s+~', ' ', $found[0] ) . '</div>';
		},
		$content
	);
	// Nothing, where the post is too long for it.
	return $kept ?? $content;
}
// Before WordPress renders blocks, at 9: after that no post seems to have any.
foreach ( array( 'the_content', 'widget_text' ) as $hook ) {
	add_filter( $hook, __NAMESPACE__ . '\keep_tag_whole', 7 );
}

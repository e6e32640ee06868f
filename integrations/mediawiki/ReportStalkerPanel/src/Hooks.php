<?php

namespace ReportStalkerPanel;

use MediaWiki\Config\Config;
use MediaWiki\Hook\ParserFirstCallInitHook;
use MediaWiki\Html\Html;
use MediaWiki\Output\Hook\BeforePageDisplayHook;
use MediaWiki\Parser\Parser;
use MediaWiki\Parser\PPFrame;

class Hooks implements BeforePageDisplayHook, ParserFirstCallInitHook {

	/** What is safe in anybody's hands: no text, number or address of the writer's own. */
	private const ATTRIBUTES = [ 'region', 'lang', 'show', 'theme', 'compact', 'heading-level', 'without-exit' ];

	public function __construct( private readonly Config $config ) {
	}

	/** Where the releases are. Without its slash, `https://HOST` would become the host `HOST1`. */
	private function base(): string {
		return rtrim( $this->config->get( 'ReportStalkerPanelBase' ), '/' ) . '/';
	}

	/** @inheritDoc */
	public function onBeforePageDisplay( $out, $skin ): void {
		$base = $this->base();
		$out->getCSP()->addScriptSrc( $base );
		$out->addHeadItem( 'report-stalker-panel', Html::element( 'script', [
			'src' => $base . '1/embed.js',
			'referrerpolicy' => 'no-referrer',
			'async' => true,
			// Anybody may write a placeholder, too.
			'data-untrusted-content' => true,
		] ) );
	}

	/** @inheritDoc */
	public function onParserFirstCallInit( $parser ): void {
		$parser->setHook( 'report-stalker-panel', [ $this, 'render' ] );
	}

	/**
	 * The element, with what stands between its tags as fallback content. A snippet has its links in
	 * HTML, which wikitext would show as code: they become links of wikitext first.
	 *
	 * @param string|null $input
	 * @param array<string,string> $arguments
	 */
	public function render( ?string $input, array $arguments, Parser $parser, PPFrame $frame ): string {
		$attributes = array_intersect_key( $arguments, array_flip( self::ATTRIBUTES ) );
		$fallback = trim( $input ?? '' );
		if ( $fallback === '' ) {
			$query = wfArrayToCgi( $attributes );
			$address = $this->base() . '1/panel.html' . ( $query === '' ? '' : "?$query" );
			$fallback = "[$address Help with stalking]";
		}
		$wikitext = preg_replace( '~<a href="((?:tel:|https?://)[^"\s<>\[\]]+)"[^>]*>([^<\]]*)</a>~', '[$1 $2]', $fallback );
		return Html::rawElement( 'report-stalker-panel', $attributes, $parser->recursiveTagParseFully( $wikitext, $frame ) );
	}
}

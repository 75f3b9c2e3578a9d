<?php
/**
 * What people enter does no harm.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide\Tests;

use Failed_Intervention_Guide as Guide;

return array(
	'hostile words in any attribute of any element add no markup, no attribute and no address with a script' => function () {
		foreach ( Guide\tags() as $tag ) {
			foreach ( HOSTILE as $text ) {
				$given = array_fill_keys( Guide\attributes_of( $tag ), $text );
				harmless( Guide\element_html( $tag, $given ), $tag );
				harmless( shown( '<' . $tag . ' leave-target="' . esc_attr( $text ) . '" sponsor-name="' . esc_attr( $text ) . '">x</' . $tag . '>' ) );
				harmless( shown( '<div class="' . $tag . '" data-leave-target="' . esc_attr( $text ) . '" data-sponsor-name="' . esc_attr( $text ) . '">x</div>' ) );
			}
		}
	},
	'cleaning twice gives the same as cleaning once' => function () {
		$texts = array_merge( HOSTILE, array_values( CENTER ), array( 'US', 'gb', 'purple', 'DARK', '3', 'es_MX', '#ABC', 'https://a.example/?q=ñ&b=1', 'HTTPS://A.example', '/words.json', '../x.json', str_repeat( 'é ', 2000 ), 5, null, true, array( 'x' ), 1.5 ) );
		foreach ( $texts as $text ) {
			foreach ( array_keys( Guide\facts()['attributes'] ) as $name ) {
				$once = Guide\clean_value( $name, $text );
				same( $once, Guide\clean_value( $name, $once ), "$name of " . json_encode( $text ) );
			}
			$once = Guide\clean_color( $text );
			same( $once, Guide\clean_color( $once ), 'a color' );
			$settings = Guide\clean_settings( array( 'attributes' => array_fill_keys( Guide\SITE_ATTRIBUTES, $text ), 'accent' => $text ) );
			same( $settings, Guide\clean_settings( $settings ), 'settings' );
		}
	},
	'what can be read as an entity is shown as it was entered' => function () {
		$html = Guide\element_html( 'crisis-help-bar', array( 'sponsor-name' => 'A &lt;b&gt; & "C" &amp; D' ) );
		$page = new \WP_HTML_Tag_Processor( $html );
		$page->next_tag();
		same( 'A &lt;b&gt; & "C" &amp; D', $page->get_attribute( 'sponsor-name' ) );
	},
	'addresses: https only, no name or password in them, and a path only where the kit takes one' => function () {
		$good = array( 'https://a.example', 'https://a.example/b?c=d&e=f#g', 'https://a.example:8443/x' );
		foreach ( $good as $url ) {
			same( $url, Guide\clean_value( 'leave-target', $url ) );
		}
		$bad = array( 'http://a.example', '/path', 'a.example', 'https://', 'https:/a', 'https://a@b.example', "https://a.example/\nb", 'https://a.example/ b', 'ftp://a.example' );
		foreach ( $bad as $url ) {
			same( '', Guide\clean_value( 'sponsor-privacy-url', $url ), $url );
		}
		foreach ( array( '/words.json', './words.json', '../words.json', 'http://a.example/words.json' ) as $url ) {
			same( $url, Guide\clean_value( 'content-src', $url ) );
		}
		same( '', Guide\clean_value( 'content-src', '//evil.example/words.json' ) );
	},
	'closed lists, languages, regions and lengths' => function () {
		same( 'dark', Guide\clean_value( 'theme', ' Dark ' ) );
		same( '', Guide\clean_value( 'theme', 'purple' ) );
		same( '3', Guide\clean_value( 'heading-level', 3 ) );
		same( '', Guide\clean_value( 'heading-level', '7' ) );
		same( 'es-MX', Guide\clean_value( 'locale', 'es_MX' ) );
		same( '', Guide\clean_value( 'locale', 'es"x' ) );
		same( 'UK', Guide\clean_value( 'region', 'gb' ) );
		same( 'FRANCE', Guide\clean_value( 'region', 'France' ) );
		same( Guide\MAX_LENGTH, mb_strlen( Guide\clean_value( 'sponsor-name', str_repeat( 'é', 5000 ) ) ) );
		same( 'A B', Guide\clean_value( 'sponsor-name', " A\r\n\t B\x00 " ) );
		same( '', Guide\clean_value( 'onclick', 'x' ) );
		same( '#7a3b8f', Guide\clean_color( '7A3B8F' ) );
		same( '#aabbcc', Guide\clean_color( '#abc' ) );
		foreach ( array( 'red', '#12', '#12345g', '#1234567', 'url(x)' ) as $color ) {
			same( '', Guide\clean_color( $color ), $color );
		}
	},
);

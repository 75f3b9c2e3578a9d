<?php
/**
 * Shortcodes: one for each element, [failed_intervention_guide region="US"]words[/failed_intervention_guide], and one
 * for a form inside of it.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide;

defined( 'ABSPATH' ) || exit;

/** The shortcode around a form for the center. */
const FORM_SHORTCODE = 'failed_intervention_lead_form';

add_action( 'init', __NAMESPACE__ . '\register_shortcodes' );
add_filter( 'no_texturize_shortcodes', __NAMESPACE__ . '\keep_shortcodes_untexturized' );

/**
 * Names of our shortcodes.
 *
 * @return string[]
 */
function shortcodes() {
	return array_merge( array_map( __NAMESPACE__ . '\shortcode_of', tags() ), array( FORM_SHORTCODE ) );
}

/**
 * Registers the shortcodes.
 */
function register_shortcodes() {
	foreach ( tags() as $tag ) {
		add_shortcode( shortcode_of( $tag ), __NAMESPACE__ . '\render_shortcode' );
	}
	add_shortcode( FORM_SHORTCODE, __NAMESPACE__ . '\render_form_shortcode' );
}

/**
 * Keeps WordPress from changing quotes and dashes in what our shortcodes enclose: there may be another shortcode in it.
 *
 * @param string[] $names Names of shortcodes.
 * @return string[]
 */
function keep_shortcodes_untexturized( $names ) {
	return array_merge( (array) $names, shortcodes() );
}

/**
 * Attributes as the shortcode has them: `_` for `-`, entities, and sometimes the curly quotes of a word processor.
 *
 * @param array|string $given What WordPress read.
 * @return array<string, string>
 */
function shortcode_attributes( $given ) {
	$attributes = array();
	foreach ( (array) $given as $name => $value ) {
		if ( is_int( $name ) ) {
			$name  = preg_replace( '/[^\w-].*$/s', '', (string) $value ); // Written without a value.
			$value = '';
			if ( '' === $name ) {
				continue;
			}
		}
		$value = html_entity_decode( (string) $value, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
		$value = preg_replace( '/^[\s“”„″«»]+|[\s“”„″«»]+$/u', '', $value );

		$attributes[ str_replace( '_', '-', strtolower( $name ) ) ] = (string) $value;
	}
	return $attributes;
}

/**
 * Renders the shortcode of an element.
 *
 * @param array|string $given     Attributes.
 * @param string|null  $content   What it encloses. WordPress has filtered it for the one who wrote it, as all of the post.
 * @param string       $shortcode Its name.
 * @return string HTML.
 */
function render_shortcode( $given, $content, $shortcode ) {
	$tag = str_replace( '_', '-', $shortcode );
	return is_tag( $tag ) ? element_html( $tag, shortcode_attributes( $given ), enclosed_html( (string) $content ) ) : '';
}

/**
 * Renders the shortcode around a form.
 *
 * @param array|string $given   Attributes; it has none.
 * @param string|null  $content The form, or the shortcode of one.
 * @return string HTML.
 */
function render_form_shortcode( $given, $content ) {
	return form_html( do_shortcode( whole_paragraphs( (string) $content ) ) );
}

/**
 * What a shortcode encloses, as HTML that can stand inside an element.
 *
 * @param string $content What WordPress found between the brackets.
 * @return string
 */
function enclosed_html( $content ) {
	return do_shortcode( shortcode_unautop( wpautop( whole_paragraphs( $content ) ) ) );
}

/**
 * Mends paragraphs that were cut by a shortcode: `words</p><p>more` is what WordPress makes of two paragraphs in it.
 *
 * @param string $html HTML.
 * @return string
 */
function whole_paragraphs( $html ) {
	$html = preg_replace( '#^(?:\s|</p>|<br\s*/?>)+|(?:\s|<p>|<br\s*/?>)+$#i', '', $html );
	if ( preg_match( '#^(?:(?!<p[\s>]).)*?</p>#is', $html ) ) {
		$html = "<p>$html";
	}
	if ( preg_match( '#<p[\s>](?:(?!</p>).)*$#is', $html ) ) {
		$html .= '</p>';
	}
	return $html;
}

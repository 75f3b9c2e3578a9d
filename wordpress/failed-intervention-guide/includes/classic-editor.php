<?php
/**
 * The Classic Editor: without this, switching from "Text" to "Visual" takes our elements out.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide;

defined( 'ABSPATH' ) || exit;

add_filter( 'tiny_mce_before_init', __NAMESPACE__ . '\keep_elements_in_editor' );
add_action( 'wp_enqueue_editor', __NAMESPACE__ . '\add_classic_script' );

/**
 * Adds the script that keeps our elements out of paragraphs.
 *
 * @param array $parts Which parts of the editor are loaded.
 */
function add_classic_script( $parts ) {
	if ( empty( $parts['tinymce'] ) ) {
		return;
	}
	$handle = SLUG . '-classic-editor';
	wp_enqueue_script( $handle, plugins_url( 'assets/classic-editor.js', PLUGIN_FILE ), array( 'jquery', 'editor' ), VERSION, true );
	wp_add_inline_script( $handle, 'window.failedInterventionGuideTags = ' . wp_json_encode( tags() ) . ';', 'before' );
}

/**
 * Tells TinyMCE of our elements.
 *
 * @param array $options Options of TinyMCE.
 * @return array
 */
function keep_elements_in_editor( $options ) {
	$add = static function ( $name, $values ) use ( &$options ) {
		$before           = empty( $options[ $name ] ) ? array() : array( $options[ $name ] );
		$options[ $name ] = implode( ',', array_merge( $before, $values ) );
	};
	$add( 'custom_elements', tags() );
	$elements = array();
	foreach ( tags() as $tag ) {
		$elements[] = $tag . '[*]';
	}
	$elements[] = 'div[*]'; // With "slot".
	$add( 'extended_valid_elements', $elements );
	return $options;
}

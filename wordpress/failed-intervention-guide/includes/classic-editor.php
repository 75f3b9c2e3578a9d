<?php
/**
 * The Classic Editor: without this, switching from "Text" to "Visual" takes our elements out.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide;

defined( 'ABSPATH' ) || exit;

add_filter( 'tiny_mce_before_init', __NAMESPACE__ . '\keep_elements_in_editor' );

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

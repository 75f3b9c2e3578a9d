<?php
/**
 * Lets our tags and attributes through the filter that posts of authors and contributors go through.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide;

defined( 'ABSPATH' ) || exit;

add_filter( 'wp_kses_allowed_html', __NAMESPACE__ . '\allow_tags', 10, 2 );
add_filter( 'wp_kses_uri_attributes', __NAMESPACE__ . '\check_addresses' );

/**
 * Allows our elements in posts, and the slot for a form.
 *
 * @param array        $allowed Tags and their attributes.
 * @param string|array $context What is filtered.
 * @return array
 */
function allow_tags( $allowed, $context ) {
	if ( 'post' !== $context || ! is_array( $allowed ) ) {
		return $allowed;
	}
	// What WordPress allows for every tag; a div has only "align" beside it.
	$common = isset( $allowed['div'] ) && is_array( $allowed['div'] ) ? array_diff_key( $allowed['div'], array( 'align' => 1 ) ) : array();
	foreach ( tags() as $tag ) {
		$own = array();
		foreach ( attributes_of( $tag ) as $name ) {
			$facts        = facts()['attributes'][ $name ];
			$own[ $name ] = 'one-of' === $facts['kind'] ? array( 'values' => $facts['values'] ) : true;
		}
		$allowed[ $tag ] = $own + $common;
	}
	foreach ( array( 'div', 'section', 'p' ) as $tag ) {
		if ( isset( $allowed[ $tag ] ) && is_array( $allowed[ $tag ] ) ) {
			$allowed[ $tag ]['slot'] = array( 'values' => array( 'lead-form' ) );
		}
	}
	return $allowed;
}

/**
 * Names of our attributes that hold an address, so that their scheme is checked, on elements and on divs.
 *
 * @param string[] $names Names of attributes.
 * @return string[]
 */
function check_addresses( $names ) {
	foreach ( facts()['attributes'] as $name => $facts ) {
		if ( 'https' === $facts['kind'] || 'address' === $facts['kind'] ) {
			$names[] = $name;
			$names[] = "data-$name";
		}
	}
	return $names;
}

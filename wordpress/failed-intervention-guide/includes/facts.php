<?php
/**
 * What the plugin knows of the kit. All of it is made by the build from the kit itself.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide;

defined( 'ABSPATH' ) || exit;

/**
 * Elements, attributes, regions and languages of the kit.
 *
 * @return array See data/facts.php.
 */
function facts() {
	static $facts = null;
	if ( null === $facts ) {
		$facts = require PLUGIN_DIR . '/data/facts.php';
	}
	return $facts;
}

/**
 * Tags of all elements.
 *
 * @return string[]
 */
function tags() {
	return array_keys( facts()['elements'] );
}

/**
 * Whether there is an element with that tag.
 *
 * @param string $tag Tag name.
 * @return bool
 */
function is_tag( $tag ) {
	return isset( facts()['elements'][ $tag ] );
}

/**
 * Names of the attributes that an element takes.
 *
 * @param string $tag Tag name.
 * @return string[]
 */
function attributes_of( $tag ) {
	return is_tag( $tag ) ? facts()['elements'][ $tag ]['attributes'] : array();
}

/**
 * The name of a shortcode: a tag as WordPress names things.
 *
 * @param string $tag Tag name.
 * @return string
 */
function shortcode_of( $tag ) {
	return str_replace( '-', '_', $tag );
}

/**
 * A region as the kit writes it: "UK" for "gb". It is kept when it is not known, as the kit then says to call the local
 * emergency number. It never becomes another country.
 *
 * @param string $code What someone wrote.
 * @return string
 */
function region_code( $code ) {
	$code    = strtoupper( trim( $code ) );
	$aliases = array(
		'GB'  => 'UK',
		'USA' => 'US',
	);
	return isset( $aliases[ $code ] ) ? $aliases[ $code ] : $code;
}

/**
 * Whether the kit has crisis lines for a region.
 *
 * @param string $code Code of the region.
 * @return bool
 */
function is_region( $code ) {
	return isset( facts()['regions'][ region_code( $code ) ] );
}

/**
 * Of the languages of the built-in words, the one that fits.
 *
 * @param string $locale Such as "es-MX" or "es_MX".
 * @return string Such as "es"; "en" when there is none.
 */
function words_locale( $locale ) {
	$language = strtolower( (string) strtok( str_replace( '_', '-', (string) $locale ), '-' ) );
	return in_array( $language, facts()['locales'], true ) ? $language : 'en';
}

/**
 * Words to show until the script runs, and crisis lines.
 *
 * @param string $locale One of the languages of the built-in words.
 * @return array See data/fallback-en.php.
 */
function fallback( $locale ) {
	static $words = array();
	$locale       = words_locale( $locale );
	if ( ! isset( $words[ $locale ] ) ) {
		$words[ $locale ] = require PLUGIN_DIR . "/data/fallback-$locale.php";
	}
	return $words[ $locale ];
}

/** Facts about a center without which the kit offers no way to it. */
const SPONSOR_FACTS = array(
	'sponsor-name',
	'sponsor-phone',
	'sponsor-license',
	'sponsor-paid-by',
	'sponsor-privacy-url',
	'sponsor-health-data-url',
);

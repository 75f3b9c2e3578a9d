<?php
/**
 * Translations of the plugin's own words. Ours is for es_ES; every Spanish uses it where there is none of its own.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide;

defined( 'ABSPATH' ) || exit;

add_action( 'init', __NAMESPACE__ . '\load_translations', 0 );
add_filter( 'load_textdomain_mofile', __NAMESPACE__ . '\spanish_file', 10, 2 );
add_filter( 'load_script_translation_file', __NAMESPACE__ . '\spanish_script_file', 10, 3 );

/**
 * Loads the translations that come with the plugin.
 */
function load_translations() {
	load_plugin_textdomain( 'failed-intervention-guide', false, dirname( plugin_basename( PLUGIN_FILE ) ) . '/languages' );
}

/**
 * The file of our Spanish in place of one for another Spanish that is not there.
 *
 * @param string $file   Path of a .mo file.
 * @param string $domain Text domain.
 * @return string
 */
function spanish_file( $file, $domain ) {
	if ( SLUG !== $domain || ! preg_match( '/-es(?:_\w+)?\.mo$/', $file ) ) {
		return $file;
	}
	if ( is_readable( $file ) || is_readable( preg_replace( '/\.mo$/', '.l10n.php', $file ) ) ) {
		return $file;
	}
	return PLUGIN_DIR . '/languages/' . SLUG . '-es_ES.mo';
}

/**
 * The same for words of scripts.
 *
 * @param string|false $file   Path of a .json file.
 * @param string       $handle Handle of a script.
 * @param string       $domain Text domain.
 * @return string|false
 */
function spanish_script_file( $file, $handle, $domain ) {
	if ( SLUG !== $domain || ! $file || is_readable( $file ) || 'es' !== words_locale( determine_locale() ) ) {
		return $file;
	}
	return PLUGIN_DIR . '/languages/' . SLUG . '-es_ES-' . $handle . '.json';
}

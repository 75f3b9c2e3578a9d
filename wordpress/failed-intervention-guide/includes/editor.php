<?php
/**
 * What the block editor needs: the script of our blocks, and what they have to know.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide;

defined( 'ABSPATH' ) || exit;

/** Handle of the editor's script and style. */
const EDITOR_HANDLE = 'failed-intervention-guide-editor';

add_action( 'init', __NAMESPACE__ . '\register_editor_assets', 9 );
add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\print_editor_data' );

/**
 * Registers script and style of the editor. The blocks name them.
 */
function register_editor_assets() {
	$asset = require PLUGIN_DIR . '/assets/editor.asset.php';
	wp_register_script( EDITOR_HANDLE, plugins_url( 'assets/editor.js', PLUGIN_FILE ), $asset['dependencies'], VERSION, true );
	wp_set_script_translations( EDITOR_HANDLE, 'failed-intervention-guide', PLUGIN_DIR . '/languages' );
	wp_register_style( EDITOR_HANDLE, plugins_url( 'assets/editor.css', PLUGIN_FILE ), array(), VERSION );
}

/**
 * Gives the editor's script what it has to know, as `window.failedInterventionGuide`.
 */
function print_editor_data() {
	$json = wp_json_encode( editor_data(), JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
	wp_add_inline_script( EDITOR_HANDLE, "window.failedInterventionGuide = $json;", 'before' );
}

/**
 * What the editor's script has to know.
 *
 * @return array
 */
function editor_data() {
	$facts    = facts();
	$fallback = array();
	foreach ( $facts['locales'] as $locale ) {
		$fallback[ $locale ] = fallback( $locale );
	}
	$settings = settings();
	return array(
		'scriptUrl'      => add_query_arg( 'ver', VERSION, script_url() ),
		'version'        => VERSION,
		'elements'       => $facts['elements'],
		'attributes'     => $facts['attributes'],
		'siteAttributes' => SITE_ATTRIBUTES,
		'sponsorFacts'   => SPONSOR_FACTS,
		'regions'        => $facts['regions'],
		'locators'       => $facts['locators'],
		'locales'        => $facts['locales'],
		'defaults'       => (object) $settings['attributes'],
		'accent'         => $settings['accent'],
		'metaKey'        => META_KEY,
		'fallback'       => $fallback,
		'locale'         => words_locale( get_locale() ),
		'settingsUrl'    => settings_url(),
		'canManage'      => current_user_can( 'manage_options' ),
	);
}

<?php
/**
 * The script of the kit, and the color of the site: only on pages that use them.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide;

defined( 'ABSPATH' ) || exit;

add_action( 'init', __NAMESPACE__ . '\register_assets' );

/**
 * Address of the script that a page loads.
 *
 * @return string
 */
function script_url() {
	return plugins_url( 'kit/embed.js', PLUGIN_FILE );
}

/**
 * Registers the script module and the style. Nothing is loaded yet.
 */
function register_assets() {
	wp_register_script_module( SLUG, script_url(), array(), VERSION );
	wp_register_style( SLUG, false, array(), VERSION );
	// Until the script runs an element is inline, and a theme would not give it the width of the text.
	$css    = ':is(' . implode( ',', tags() ) . '):not(:defined){display:block}';
	$accent = settings()['accent'];
	if ( '' !== $accent ) {
		$css .= implode( ',', tags() ) . '{--fig-accent:' . $accent . '}';
	}
	wp_add_inline_style( SLUG, $css );
}

/**
 * Loads the script and the color with this page.
 */
function use_kit() {
	if ( is_feed() || is_admin() ) {
		return;
	}
	wp_enqueue_script_module( SLUG );
	wp_enqueue_style( SLUG );
}

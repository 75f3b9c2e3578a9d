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
	$accent = settings()['accent'];
	if ( '' !== $accent ) {
		wp_add_inline_style( SLUG, implode( ',', tags() ) . '{--fig-accent:' . $accent . '}' );
	}
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

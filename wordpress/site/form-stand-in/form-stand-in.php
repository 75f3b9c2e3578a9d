<?php
/**
 * Plugin Name: Stand-in for a form plugin
 * Description: For tests: prints a form with the markup of Contact Form 7, and a plain one. Sends nothing.
 * Requires at least: 6.5
 * Requires PHP: 7.4
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide_Stand_In;

defined( 'ABSPATH' ) || exit;

// form.html and lead-slot.js are taken from the demo pages when a site is started.
add_shortcode(
	'contact-form-7',
	static function () {
		wp_enqueue_script_module( 'form-stand-in', plugins_url( 'lead-slot.js', __FILE__ ), array(), '1' );
		return file_get_contents( __DIR__ . '/form.html' ) // phpcs:ignore WordPress.WP.AlternativeFunctions
			. '<p id="sent-answer" tabindex="-1"></p><dl id="sent-entries"></dl>';
	}
);

add_shortcode(
	'plain_form',
	static function () {
		return '<form id="plain-form" action="/" method="post">'
			. '<p><label>Your name <input name="your-name" autocomplete="name"></label></p>'
			. '<p><label>Phone <input type="tel" name="your-tel" autocomplete="tel"></label></p>'
			. '<input type="hidden" name="fig-channel"><input type="hidden" name="fig-message">'
			. '<input type="hidden" name="fig-summary"><input type="hidden" name="fig-consent">'
			. '<p><button>Send</button></p></form>';
	}
);

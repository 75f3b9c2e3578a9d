<?php
/**
 * Settings: what is saved, by whom, and what becomes of nonsense.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide\Tests;

use Failed_Intervention_Guide as Guide;

/** Opens the settings page as whoever is signed in. */
function settings_page() {
	global $wp_settings_sections, $wp_settings_fields, $title;
	$wp_settings_sections = array();
	$wp_settings_fields   = array();
	$title                = 'Settings';
	Guide\prepare_settings_page();
	ob_start();
	Guide\print_settings_page();
	return ob_get_clean();
}

return array(
	'hostile words in every field are harmless in the database, on the page and on the settings page' => function () {
		user( 'administrator' );
		foreach ( HOSTILE as $text ) {
			delete_option( Guide\OPTION );
			update_option( Guide\OPTION, array( 'attributes' => array_fill_keys( Guide\SITE_ATTRIBUTES, $text ) + array( 'evil' => $text ), 'accent' => $text, 'more' => $text ) );
			$saved = get_option( Guide\OPTION );
			same( array( 'attributes', 'accent' ), array_keys( $saved ), 'only what there is a field for is saved' );
			same( '', $saved['accent'], 'no such color' );
			harmless( do_shortcode( '[failed_intervention_guide]x[/failed_intervention_guide]' ), 'failed-intervention-guide' );
			$page = new \WP_HTML_Tag_Processor( settings_page() );
			while ( $page->next_tag() ) {
				check( ! in_array( $page->get_tag(), array( 'SCRIPT', 'IMG', 'STYLE' ), true ), "markup got through on the settings page: $text" );
				check( null === $page->get_attribute( 'onfocus' ) && null === $page->get_attribute( 'onmouseover' ), "an attribute got through on the settings page: $text" );
			}
		}
	},
	'a database with nonsense in it breaks no page' => function () {
		global $wpdb;
		foreach ( array( 'text', array( 'attributes' => 'x', 'accent' => array() ), array( 'attributes' => array( 'region' => array( 'US' ), 5 => 'x' ) ), new \stdClass(), 0 ) as $value ) {
			remove_all_filters( 'sanitize_option_' . Guide\OPTION );
			update_option( Guide\OPTION, $value );
			same( array( 'attributes' => array(), 'accent' => '' ), Guide\settings() );
			has( 'Call your local emergency number', do_shortcode( '[crisis_help_bar]' ) );
			Guide\register_settings();
		}
		delete_option( Guide\OPTION );
	},
	'a field that cannot be used keeps what it was, and its error names the field and what was entered' => function () {
		user( 'administrator' );
		site( array( 'sponsor-privacy-url' => 'https://a.example/privacy', 'region' => 'US' ), '#123456' );
		update_option( Guide\OPTION, array( 'attributes' => array( 'sponsor-privacy-url' => 'http://a.example/<b>', 'region' => 'CA', 'theme' => 'purple' ), 'accent' => 'reddish' ) );
		$saved = Guide\settings();
		same( 'CA', $saved['attributes']['region'], 'what can be used is saved' );
		same( 'https://a.example/privacy', $saved['attributes']['sponsor-privacy-url'] );
		check( ! isset( $saved['attributes']['theme'] ), 'what was not set before is not set now' );
		same( '#123456', $saved['accent'] );
		$codes = wp_list_pluck( get_settings_errors( Guide\OPTION ), 'code' );
		sort( $codes );
		same( array( 'accent', 'sponsor-privacy-url', 'theme' ), $codes );
		$html = settings_page();
		has( 'id="fig-sponsor-privacy-url-error">“http://a.example/&lt;b&gt;” is not a whole address', $html );
		has( 'aria-describedby="fig-sponsor-privacy-url-error fig-sponsor-privacy-url-help" aria-invalid="true"', $html );
	},
	'an empty field takes a setting away' => function () {
		site( array( 'region' => 'US', 'sponsor-name' => 'A' ), '#123456' );
		update_option( Guide\OPTION, array( 'attributes' => array( 'region' => '', 'sponsor-name' => ' ' ), 'accent' => '' ) );
		same( array( 'attributes' => array(), 'accent' => '' ), Guide\settings() );
	},
	'only who may manage options sees the page and its link' => function () {
		foreach ( array( 'administrator' => true, 'editor' => false, 'author' => false, 'subscriber' => false ) as $role => $may ) {
			user( $role );
			same( $may, '' !== settings_page(), "$role: the page" );
			same( $may, array() !== Guide\add_settings_link( array() ), "$role: the link" );
		}
		// options.php checks this right, and a nonce, before it saves.
		same( 'manage_options', apply_filters( 'option_page_capability_' . Guide\SLUG, 'manage_options' ) );
		check( in_array( Guide\OPTION, $GLOBALS['new_allowed_options'][ Guide\SLUG ], true ), 'options.php saves only what is registered' );
	},
	'each field has a label and a help text' => function () {
		user( 'administrator' );
		$html = settings_page();
		foreach ( array_merge( Guide\SITE_ATTRIBUTES, array( 'accent' ) ) as $name ) {
			has( "<label for=\"fig-$name\">", $html );
			has( "id=\"fig-$name\"", $html );
			has( "id=\"fig-$name-help\"", $html );
		}
		has( '_wpnonce', $html );
	},
	'settings are not shown in the REST API' => function () {
		user( 'administrator' );
		check( ! isset( rest( 'GET', '/wp/v2/settings' )->get_data()[ Guide\OPTION ] ), 'they are' );
	},
	'the color reaches the page only where the guide is, and only if it is one' => function () {
		site( array(), '#7a3b8f' );
		$GLOBALS['wp_styles'] = null;
		Guide\register_assets();
		check( ! wp_style_is( Guide\SLUG, 'enqueued' ), 'it is there without the guide' );
		do_shortcode( '[crisis_help_bar]' );
		check( wp_style_is( Guide\SLUG, 'enqueued' ), 'it is not there with the guide' );
		has( '{--fig-accent:#7a3b8f}', implode( '', wp_styles()->get_data( Guide\SLUG, 'after' ) ) );
	},
);

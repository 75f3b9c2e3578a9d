<?php
/**
 * Settings of the site: what every element of it has, unless a post or a block says otherwise.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide;

defined( 'ABSPATH' ) || exit;

/** Attributes that make sense for a whole site, in the order of the settings page. */
const SITE_ATTRIBUTES = array(
	'sponsor-name',
	'sponsor-phone',
	'sponsor-license',
	'sponsor-paid-by',
	'sponsor-privacy-url',
	'sponsor-health-data-url',
	'region',
	'locale',
	'theme',
	'save',
	'events',
	'leave-target',
	'content-src',
);

/**
 * The settings, clean whatever stands in the database.
 *
 * @return array { attributes: array<string, string>, accent: string }
 */
function settings() {
	$saved = get_option( OPTION );
	$saved = is_array( $saved ) ? $saved : array();
	return array(
		'attributes' => clean_attributes( isset( $saved['attributes'] ) ? $saved['attributes'] : null, SITE_ATTRIBUTES ),
		'accent'     => clean_color( isset( $saved['accent'] ) ? $saved['accent'] : '' ),
	);
}

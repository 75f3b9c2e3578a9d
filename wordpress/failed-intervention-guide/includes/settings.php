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
	...SPONSOR_FACTS,
	'region',
	'locale',
	'theme',
	'save',
	'events',
	'leave-target',
	'content-src',
);

add_action( 'init', __NAMESPACE__ . '\register_settings' );

/**
 * The settings, clean whatever stands in the database.
 *
 * @return array { attributes: array<string, string>, accent: string }
 */
function settings() {
	return clean_settings( get_option( OPTION ) );
}

/**
 * Settings as they can be used.
 *
 * @param mixed $given What came from the database or from a form.
 * @return array { attributes: array<string, string>, accent: string }
 */
function clean_settings( $given ) {
	$given = is_array( $given ) ? $given : array();
	return array(
		'attributes' => clean_attributes( isset( $given['attributes'] ) ? $given['attributes'] : null, SITE_ATTRIBUTES ),
		'accent'     => clean_color( isset( $given['accent'] ) ? $given['accent'] : '' ),
	);
}

/**
 * Registers the settings. WordPress checks the nonce and the right to manage options before it saves them.
 */
function register_settings() {
	register_setting(
		SLUG,
		OPTION,
		array(
			'type'              => 'array',
			'sanitize_callback' => __NAMESPACE__ . '\sanitize_settings',
			'show_in_rest'      => false,
		)
	);
}

/**
 * Cleans settings before they are saved. A field that cannot be used keeps what it was, and its error says so.
 *
 * @param mixed $given What came in.
 * @return array
 */
function sanitize_settings( $given ) {
	$given = is_array( $given ) ? $given : array();
	$clean = clean_settings( $given );
	$saved = settings();
	foreach ( SITE_ATTRIBUTES as $name ) {
		$text = isset( $given['attributes'][ $name ] ) ? clean_text( $given['attributes'][ $name ] ) : '';
		if ( '' === $text || isset( $clean['attributes'][ $name ] ) ) {
			continue;
		}
		if ( isset( $saved['attributes'][ $name ] ) ) {
			$clean['attributes'][ $name ] = $saved['attributes'][ $name ];
		}
		add_field_error( $name, field_error( $name, $text ) );
	}
	$color = isset( $given['accent'] ) ? clean_text( $given['accent'] ) : '';
	if ( '' !== $color && '' === $clean['accent'] ) {
		$clean['accent'] = $saved['accent'];
		/* translators: %s: what someone entered. */
		add_field_error( 'accent', sprintf( __( '“%s” is not a color. Write # and six digits or letters from a to f, such as #7a3b8f. Your last color was kept.', 'failed-intervention-guide' ), mb_substr( $color, 0, 40 ) ) );
	}
	return $clean;
}

/**
 * What is wrong with what was entered into a field.
 *
 * @param string $name Attribute that the field sets.
 * @param string $text What was entered.
 * @return string
 */
function field_error( $name, $text ) {
	$shown = mb_substr( $text, 0, 80 );
	$kind  = facts()['attributes'][ $name ]['kind'];
	if ( 'https' === $kind ) {
		/* translators: %s: what someone entered. */
		return sprintf( __( '“%s” is not a whole address that begins with https://. What was set before was kept.', 'failed-intervention-guide' ), $shown );
	}
	if ( 'address' === $kind ) {
		/* translators: %s: what someone entered. */
		return sprintf( __( '“%s” is neither an address nor a path that begins with /. What was set before was kept.', 'failed-intervention-guide' ), $shown );
	}
	/* translators: %s: what someone entered. */
	return sprintf( __( '“%s” cannot be used here. What was set before was kept.', 'failed-intervention-guide' ), $shown );
}

/**
 * Keeps an error for the settings page. Settings can be saved elsewhere too, where there is none.
 *
 * @param string $field   Field.
 * @param string $message What is wrong.
 */
function add_field_error( $field, $message ) {
	if ( ! function_exists( 'add_settings_error' ) ) {
		return;
	}
	foreach ( get_settings_errors( OPTION ) as $error ) {
		if ( $error['code'] === $field ) {
			return; // WordPress cleans settings twice when they are saved for the first time.
		}
	}
	$label = 'accent' === $field ? __( 'Accent color', 'failed-intervention-guide' ) : fields()[ $field ]['label'];
	// WordPress prints it as it is.
	add_settings_error( OPTION, $field, '<a href="#fig-' . esc_attr( $field ) . '">' . esc_html( $label ) . '</a>: ' . esc_html( $message ) );
}

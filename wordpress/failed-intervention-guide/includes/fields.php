<?php
/**
 * The fields of the settings page, and of the box in the Classic Editor: what they are called, and what to enter.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide;

defined( 'ABSPATH' ) || exit;

/**
 * All fields, by the attribute they set.
 *
 * @return array<string, array> "label"; "help"; "options" (value => label) for a choice; "type" and "example" for others.
 */
function fields() {
	$regions = array( '' => __( 'Not set: families are told to call their local emergency number', 'failed-intervention-guide' ) );
	foreach ( facts()['regions'] as $code => $name ) {
		$regions[ $code ] = region_name( $code, $name );
	}
	return array(
		'sponsor-name'            => array(
			'label'   => __( 'Legal name', 'failed-intervention-guide' ),
			'help'    => __( 'The full name of your center. Families see it in the guide, and in every text they agree to.', 'failed-intervention-guide' ),
			'type'    => 'text',
			'example' => 'Cedar Hollow Recovery Center, Inc.',
		),
		'sponsor-phone'           => array(
			'label'   => __( 'Office phone', 'failed-intervention-guide' ),
			'help'    => __( 'The number of your office. Families are told that it is not a crisis line.', 'failed-intervention-guide' ),
			'type'    => 'tel',
			'example' => '555-0142',
		),
		'sponsor-license'         => array(
			'label'   => __( 'License', 'failed-intervention-guide' ),
			'help'    => __( 'The license number, and the state that gave it, so that families can look you up.', 'failed-intervention-guide' ),
			'type'    => 'text',
			'example' => 'CH-0417 (Ohio)',
		),
		'sponsor-paid-by'         => array(
			'label'   => __( 'Paid for by', 'failed-intervention-guide' ),
			'help'    => __( 'Who pays for the guide on this website. It can be the name above again.', 'failed-intervention-guide' ),
			'type'    => 'text',
			'example' => 'Cedar Hollow Recovery Center, Inc.',
		),
		'sponsor-privacy-url'     => array(
			'label'   => __( 'Privacy policy', 'failed-intervention-guide' ),
			'help'    => __( 'The whole address of the page, beginning with https://.', 'failed-intervention-guide' ),
			'type'    => 'url',
			'example' => 'https://www.example.org/privacy',
		),
		'sponsor-health-data-url' => array(
			'label'   => __( 'Health data policy', 'failed-intervention-guide' ),
			'help'    => __( 'The page that says what you do with health data, beginning with https://. It can be the privacy policy only if that covers health data.', 'failed-intervention-guide' ),
			'type'    => 'url',
			'example' => 'https://www.example.org/health-data',
		),
		'region'                  => array(
			'label'   => __( 'Region', 'failed-intervention-guide' ),
			'help'    => __( 'The country whose crisis lines families see. Visitors can choose another one.', 'failed-intervention-guide' ),
			'options' => $regions,
		),
		'locale'                  => array(
			'label'   => __( 'Language', 'failed-intervention-guide' ),
			'help'    => __( 'The language of the guide. It does not change which crisis lines are shown.', 'failed-intervention-guide' ),
			'options' => array( '' => __( 'As the page around it', 'failed-intervention-guide' ) ) + locale_names(),
		),
		'theme'                   => array(
			'label'   => __( 'Light or dark', 'failed-intervention-guide' ),
			'help'    => __( 'Choose “Always light” or “Always dark” if your website has only one of them.', 'failed-intervention-guide' ),
			'options' => array(
				''      => __( 'As the visitor’s device is set', 'failed-intervention-guide' ),
				'light' => __( 'Always light', 'failed-intervention-guide' ),
				'dark'  => __( 'Always dark', 'failed-intervention-guide' ),
			),
		),
		'save'                    => array(
			'label'   => __( 'Saving', 'failed-intervention-guide' ),
			'help'    => __( 'Whether families may save what they entered, in their own browser. Leave it off if many of your visitors share a device. Nothing is saved unless they tap “Save”.', 'failed-intervention-guide' ),
			'options' => array(
				''      => __( 'Off: all is gone when they leave the page', 'failed-intervention-guide' ),
				'offer' => __( 'Offer to save on their device', 'failed-intervention-guide' ),
			),
		),
		'events'                  => array(
			'label'   => __( 'What other scripts may hear', 'failed-intervention-guide' ),
			'help'    => __( 'The guide can tell scripts on your page that something happened in it, never what was typed. If in doubt, leave it as it is.', 'failed-intervention-guide' ),
			'options' => array(
				''     => __( 'That something happened', 'failed-intervention-guide' ),
				'off'  => __( 'Nothing but errors, and requests to your center', 'failed-intervention-guide' ),
				'full' => __( 'Also which answers were picked; families are told so', 'failed-intervention-guide' ),
			),
		),
		'leave-target'            => array(
			'label'   => __( '“Leave quickly” goes to', 'failed-intervention-guide' ),
			'help'    => __( 'A harmless page elsewhere, for someone who has to hide what is on the screen. Beginning with https://. If empty: https://www.google.com/.', 'failed-intervention-guide' ),
			'type'    => 'url',
			'example' => 'https://weather.example.org/',
		),
		'content-src'             => array(
			'label'   => __( 'Words of your own', 'failed-intervention-guide' ),
			'help'    => __( 'Only if someone made a file with other words for you: its address, or its path on this website. Leave it empty otherwise.', 'failed-intervention-guide' ),
			'type'    => 'text',
			'example' => '/wp-content/uploads/our-words.json',
		),
	);
}

/**
 * A region's name in the language of the one who reads it.
 *
 * @param string $code Code of the region.
 * @param string $name Its name in English.
 * @return string
 */
function region_name( $code, $name ) {
	$names = array(
		'US' => __( 'United States', 'failed-intervention-guide' ),
		'CA' => __( 'Canada', 'failed-intervention-guide' ),
		'UK' => __( 'United Kingdom', 'failed-intervention-guide' ),
		'AU' => __( 'Australia', 'failed-intervention-guide' ),
	);
	return isset( $names[ $code ] ) ? $names[ $code ] : $name;
}

/**
 * The languages of the built-in words, each in that language.
 *
 * @return array<string, string>
 */
function locale_names() {
	$names = array(
		'en' => 'English',
		'es' => 'Español',
	);
	$found = array();
	foreach ( facts()['locales'] as $locale ) {
		$found[ $locale ] = isset( $names[ $locale ] ) ? $names[ $locale ] : $locale;
	}
	return $found;
}

/**
 * Prints the control of a field.
 *
 * @param string   $name     Attribute that it sets.
 * @param string   $input    Name in the form.
 * @param string   $id       Id; what is said of it has the same with "-help".
 * @param string   $value    What is set.
 * @param string[] $errors   What is wrong with it, as HTML.
 * @param string   $inherits For a post: what is shown in place of "not set".
 */
function print_field( $name, $input, $id, $value, $errors = array(), $inherits = '' ) {
	$field     = fields()[ $name ];
	$described = $errors ? "$id-error $id-help" : "$id-help";
	if ( isset( $field['options'] ) ) {
		$options = $field['options'];
		if ( '' !== $inherits ) {
			// What "not set" stands for can be chosen for one post where the website has something else.
			$values  = facts()['attributes'][ $name ]['values'];
			$options = array( '' => $inherits ) + ( $values ? array( $values[0] => $options[''] ) : array() ) + $options;
		}
		if ( ! isset( $options[ $value ] ) ) {
			$options[ $value ] = $value; // What a site of its own words has.
		}
		printf( '<select name="%s" id="%s" aria-describedby="%s">', esc_attr( $input ), esc_attr( $id ), esc_attr( $described ) );
		foreach ( $options as $option => $label ) {
			printf( '<option value="%s"%s>%s</option>', esc_attr( $option ), selected( $value, (string) $option, false ), esc_html( $label ) );
		}
		echo '</select>';
	} else {
		printf(
			'<input type="text" inputmode="%s" name="%s" id="%s" value="%s" class="regular-text" maxlength="%d" autocomplete="off" spellcheck="false" aria-describedby="%s"%s>',
			esc_attr( $field['type'] ),
			esc_attr( $input ),
			esc_attr( $id ),
			attribute_html( $value ), // phpcs:ignore WordPress.Security.EscapeOutput
			(int) MAX_LENGTH,
			esc_attr( $described ),
			$errors ? ' aria-invalid="true"' : ''
		);
	}
	foreach ( $errors as $error ) {
		printf( '<p class="fig-error" id="%s-error">%s</p>', esc_attr( $id ), wp_kses( $error, array() ) );
	}
	printf( '<p class="description" id="%s-help">%s', esc_attr( $id ), esc_html( $field['help'] ) );
	if ( isset( $field['example'] ) ) {
		/* translators: %s: an example of what to enter. */
		echo ' <span class="fig-example">' . esc_html( sprintf( __( 'Example: %s', 'failed-intervention-guide' ), $field['example'] ) ) . '</span>';
	}
	echo '</p>';
}

<?php
/**
 * Makes what comes from outside harmless: attributes in posts, settings, post meta. Whatever came in, what goes out can
 * be printed (escaped), and cleaning it again changes nothing.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide;

defined( 'ABSPATH' ) || exit;

/** No attribute needs more characters than this. `lead-fields` is the longest. */
const MAX_LENGTH = 1000;

/**
 * Text in one line: no control characters, not too long. Nothing of a text that is not UTF-8.
 *
 * @param mixed $value What someone wrote.
 * @return string
 */
function clean_text( $value ) {
	if ( ! is_scalar( $value ) || is_bool( $value ) ) {
		return '';
	}
	$text = wp_check_invalid_utf8( (string) $value );
	// Also what turns the direction of the text around, and what cannot be seen.
	$text = preg_replace( '/[\x{200B}-\x{200F}\x{2028}-\x{202E}\x{2060}-\x{2069}\x{FEFF}]/u', '', $text );
	$text = preg_replace( '/[\p{Cc}\s]+/u', ' ', (string) $text );
	return trim( mb_substr( trim( (string) $text ), 0, MAX_LENGTH ) );
}

/**
 * An address with one of these schemes. A name or a password in it is not taken, as it hides the host.
 *
 * @param mixed    $value    What someone wrote.
 * @param string[] $schemes  Such as array( 'https' ).
 * @param bool     $relative Whether it may be a path on this site.
 * @return string The address, or nothing when it is not one.
 */
function clean_address( $value, $schemes, $relative = false ) {
	$text = clean_text( $value );
	if ( '' === $text || preg_match( '/[\s\\\\<>"\'`]/u', $text ) ) {
		return '';
	}
	if ( $relative && preg_match( '#^(?:/(?!/)|\.{1,2}/)#', $text ) ) {
		return preg_match( '#^[\w./?&=%~+,;:@!$()*\#-]+$#u', $text ) ? $text : '';
	}
	if ( ! preg_match( '#^([a-z][a-z\d+.-]*)://[^/?\#\s@]+(?:[/?\#]|$)#i', $text, $found ) ) {
		return '';
	}
	if ( ! in_array( strtolower( $found[1] ), $schemes, true ) ) {
		return '';
	}
	// The kit wants the scheme to be written exactly so.
	$text = strtolower( $found[1] ) . substr( $text, strlen( $found[1] ) );
	return clean_text( esc_url_raw( $text, $schemes ) );
}

/**
 * The value of one attribute, as far as it can be used.
 *
 * @param string $name  Name of an attribute, such as "heading-level".
 * @param mixed  $value What someone wrote.
 * @return string Nothing when the attribute or the value cannot be used.
 */
function clean_value( $name, $value ) {
	$facts = facts()['attributes'];
	if ( ! isset( $facts[ $name ] ) ) {
		return '';
	}
	switch ( $facts[ $name ]['kind'] ) {
		case 'one-of':
			$text = strtolower( clean_text( $value ) );
			return in_array( $text, $facts[ $name ]['values'], true ) ? $text : '';
		case 'https':
			return clean_address( $value, array( 'https' ) );
		case 'address':
			return clean_address( $value, array( 'https', 'http' ), true );
	}
	$text = clean_text( $value );
	if ( 'region' === $name ) {
		return region_code( mb_substr( $text, 0, 40 ) );
	}
	if ( 'locale' === $name ) {
		$text = str_replace( '_', '-', $text );
		return preg_match( '/^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i', $text ) ? $text : '';
	}
	return $text;
}

/**
 * Attributes that can be used, by name. What cannot is left out.
 *
 * @param mixed         $given What someone wrote, by attribute name.
 * @param string[]|null $names Names to keep; all when null.
 * @return array<string, string>
 */
function clean_attributes( $given, $names = null ) {
	$clean = array();
	foreach ( is_array( $given ) ? $given : array() as $name => $value ) {
		if ( ! is_string( $name ) || ( null !== $names && ! in_array( $name, $names, true ) ) ) {
			continue;
		}
		$text = clean_value( $name, $value );
		if ( '' !== $text ) {
			$clean[ $name ] = $text;
		}
	}
	return $clean;
}

/**
 * A color as #rrggbb.
 *
 * @param mixed $value What someone wrote.
 * @return string Nothing when it is no such color.
 */
function clean_color( $value ) {
	$text = strtolower( clean_text( $value ) );
	if ( preg_match( '/^#?([\da-f])([\da-f])([\da-f])$/', $text, $found ) ) {
		return "#{$found[1]}{$found[1]}{$found[2]}{$found[2]}{$found[3]}{$found[3]}";
	}
	return preg_match( '/^#?([\da-f]{6})$/', $text, $found ) ? "#{$found[1]}" : '';
}

/**
 * A value as it can stand between double quotes in HTML. `esc_attr` alone leaves what looks like an entity, so that
 * `&lt;` would be read as `<`.
 *
 * @param string $value Any text.
 * @return string
 */
function attribute_html( $value ) {
	return esc_attr( str_replace( '&', '&amp;', $value ) );
}

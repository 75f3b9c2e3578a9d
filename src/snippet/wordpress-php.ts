import { inPhp } from './escape.js';
import { ATTRIBUTES, ELEMENTS } from './facts.js';

/** The shortcode of an element: its tag as WordPress names things. */
export const shortcodeOf = (tag: string): string => tag.replaceAll('-', '_');
/** The shortcode around a form in the slot `lead-form`. */
export const FORM_SHORTCODE = 'failed_intervention_lead_form';

/**
 * What a site needs once so that the shortcodes work: a plugin of one file, or the end of a theme's functions.php. It
 * lets through only attributes that an element takes, and only values that they can have.
 */
export function shortcodePhp(scriptUrl: string): string {
  const tags = Object.keys(ELEMENTS);
  const common = Object.keys(ATTRIBUTES).filter((name) => tags.every((tag) => takes(tag, name)));
  const own = tags.map((tag) => (ELEMENTS[tag]?.attributes ?? []).filter((name) => !common.includes(name)));
  return `<?php
/**
 * Plugin Name: Failed Intervention Guide shortcodes
 * Description: [failed_intervention_guide] and one shortcode for each single element of the kit.
 * Requires at least: 6.5
 * Requires PHP: 7.4
 */

defined( 'ABSPATH' ) || exit;

add_action(
	'init',
	static function () {
		$script = ${inPhp(scriptUrl)};

		// What an attribute can hold: a list of values, an address, or any text.
		$kinds = array(
${rows(Object.keys(ATTRIBUTES), (name) => `${inPhp(name)} => ${kindInPhp(name)}`)}
		);
		$common = ${list(common)};
		$own = array(
${rows(tags, (tag, index) => `${inPhp(tag)} => ${list(own[index] ?? [])}`)}
		);

		$words = static function ( $content ) {
			$tags  = array(
				'a'      => array( 'href' => array() ),
				'br'     => array(),
				'em'     => array(),
				'strong' => array(),
			);
			$clean = wp_kses( (string) $content, $tags, array( 'https', 'mailto', 'sms', 'tel' ) );
			return do_shortcode( $clean );
		};

		$element = static function ( $given, $content, $shortcode ) use ( $script, $kinds, $common, $own, $words ) {
			$tag     = str_replace( '_', '-', $shortcode );
			$allowed = array_merge( $common, $own[ $tag ] );
			$html    = '<' . $tag;
			foreach ( (array) $given as $name => $value ) {
				$name = str_replace( '_', '-', strtolower( (string) $name ) );
				if ( ! in_array( $name, $allowed, true ) ) {
					continue;
				}
				$value = html_entity_decode( (string) $value, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
				$kind  = $kinds[ $name ];
				if ( is_array( $kind ) ) {
					$value = in_array( $value, $kind, true ) ? $value : '';
				} elseif ( 'text' !== $kind ) {
					$value = esc_url_raw( $value, 'https' === $kind ? array( 'https' ) : array( 'https', 'http' ) );
				}
				if ( '' !== $value ) {
					// esc_attr leaves what looks like an entity, so that "&lt;" would be read as "<".
					$html .= ' ' . $name . '="' . esc_attr( str_replace( '&', '&amp;', $value ) ) . '"';
				}
			}
			if ( function_exists( 'wp_enqueue_script_module' ) ) {
				wp_enqueue_script_module( 'failed-intervention-guide', $script, array(), null );
			}
			return $html . '>' . $words( $content ) . '</' . $tag . '>';
		};

		$form = static function ( $given, $content ) {
			return '<div slot="lead-form">' . do_shortcode( (string) $content ) . '</div>';
		};

		foreach ( array_keys( $own ) as $tag ) {
			$shortcode = str_replace( '-', '_', $tag );
			if ( ! shortcode_exists( $shortcode ) ) { // A plugin that has the same shortcode wins.
				add_shortcode( $shortcode, $element );
			}
		}
		if ( ! shortcode_exists( ${inPhp(FORM_SHORTCODE)} ) ) {
			add_shortcode( ${inPhp(FORM_SHORTCODE)}, $form );
		}
	},
	20
);
`;
}

const takes = (tag: string, name: string): boolean => ELEMENTS[tag]?.attributes.includes(name) ?? false;

const list = (names: readonly string[]): string =>
  names.length ? `array( ${names.map(inPhp).join(', ')} )` : 'array()';

const rows = (names: readonly string[], row: (name: string, index: number) => string): string =>
  names.map((name, index) => `\t\t\t${row(name, index)},`).join('\n');

function kindInPhp(name: string): string {
  const { kind = 'text', values = [] } = ATTRIBUTES[name] ?? {};
  return kind === 'one-of' ? list(values) : inPhp(kind);
}

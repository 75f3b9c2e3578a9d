<?php
/**
 * What was taken out of the texts that are being filtered.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide;

defined( 'ABSPATH' ) || exit;

/**
 * One list for each text, as a text can show another one. Place holders cannot be guessed, so nobody can write one.
 */
final class Held_Markup {

	/**
	 * Lists, the text that is being filtered last.
	 *
	 * @var array[]
	 */
	private $lists = array();

	/**
	 * What place holders begin with.
	 *
	 * @var string
	 */
	private $secret;

	/**
	 * How many were made.
	 *
	 * @var int
	 */
	private $count = 0;

	/**
	 * Makes a secret.
	 */
	public function __construct() {
		$this->secret = wp_generate_password( 12, false );
	}

	/**
	 * Begins a text.
	 */
	public function open() {
		$this->lists[] = array();
	}

	/**
	 * Ends a text.
	 *
	 * @return array[] What was taken out of it, by place holder.
	 */
	public function close() {
		$items = array_pop( $this->lists );
		return is_array( $items ) ? $items : array();
	}

	/**
	 * Takes something out.
	 *
	 * @param string       $kind       A "shortcode" or an "element".
	 * @param string       $name       Its name.
	 * @param array|string $attributes Its attributes, as they were written.
	 * @param string       $inner      What stands inside.
	 * @return string The place holder.
	 */
	public function add( $kind, $name, $attributes, $inner ) {
		++$this->count;
		$place = '<div class="fig-held-' . $this->secret . '-' . $this->count . '"></div>';

		$this->lists[ count( $this->lists ) - 1 ][ $place ] = array( $kind, $name, $attributes, $inner );
		return $place;
	}
}

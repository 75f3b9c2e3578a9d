<?php
/**
 * Notices: only for people who can edit the post.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide\Tests;

use Failed_Intervention_Guide as Guide;

const TROUBLED = '[failed_intervention_guide bogus="1" theme="purple" leave_target="javascript:alert(1)" sponsor_name="A" region="XX"]words[/failed_intervention_guide]';

return array(
	'visitors and other people see words, lines and no notice' => function () {
		user( 'editor' );
		a_post( TROUBLED );
		foreach ( array( null, 'subscriber', 'author', 'contributor' ) as $role ) {
			$role ? user( $role ) : wp_set_current_user( 0 );
			$html = shown( TROUBLED );
			has_not( 'fig-notice', $html );
			has( 'words', $html );
			has( 'local emergency number', $html );
			harmless( $html );
		}
	},
	'who can edit the post reads what to do about each trouble' => function () {
		user( 'author' );
		a_post( TROUBLED );
		foreach ( array( TROUBLED ) as $html ) {
			$text = html_entity_decode( shown( $html ), ENT_QUOTES );
			foreach ( array( 'only people who can edit', '“bogus” means nothing', '“theme” cannot be “purple”', 'auto, light, dark', '“leave-target” cannot be', 'region “XX”', 'US, CA, UK, AU', 'Office phone' ) as $part ) {
				has( $part, $text );
			}
			has_not( 'options-general.php', $text );
		}
		user( 'administrator' );
		has( 'options-general.php?page=failed-intervention-guide', shown( TROUBLED ) );
	},
	'people who can edit read it for elements and divs that were typed, too' => function () {
		user( 'editor' );
		a_post();
		has( '“theme” cannot be “purple”', shown( '<crisis-help-bar theme="purple">x</crisis-help-bar>' ) );
		has( '“theme” cannot be “purple”', shown( '<div class="crisis-help-bar" data-theme="purple">x</div>' ) );
		same( 1, substr_count( shown( '[crisis_help_bar theme="purple" region="US"]' ), 'cannot be “purple”' ), 'said once' );
	},
	'where nothing is wrong, nothing is said' => function () {
		user( 'administrator' );
		a_post();
		same( 0, preg_match( '/class="fig-notice\s*"/', shown( '[failed_intervention_guide region="US"]' ) ) );
		site( CENTER + array( 'region' => 'US' ) );
		same( 0, preg_match( '/class="fig-notice\s*"/', shown( '[failed_intervention_guide lead_form="#x"]' ) ) );
	},
	'hostile words in a notice are words' => function () {
		user( 'author' );
		a_post();
		foreach ( HOSTILE as $text ) {
			harmless( preg_replace( '/ style="[^"]*"/', '', shown( '[crisis_help_bar theme="' . esc_attr( $text ) . '" region="' . esc_attr( $text ) . '" x' . esc_attr( $text ) . '="1"]' ) ) );
		}
	},
);

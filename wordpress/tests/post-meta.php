<?php
/**
 * Settings of one post: who may read and change them.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide\Tests;

use Failed_Intervention_Guide as Guide;

/** Saves the box of the Classic Editor as whoever is signed in. */
function save_box( $id, $values, $nonce = null ) {
	$_POST = array(
		Guide\META_BOX_NONCE => null === $nonce ? wp_create_nonce( Guide\META_BOX_NONCE ) : $nonce,
		Guide\META_KEY       => wp_slash( $values ),
	);
	Guide\save_post_box( $id );
	$_POST = array();
}

return array(
	'over REST: who may edit the post may change its settings, and nobody else' => function () {
		$author = user( 'author' );
		$id     = a_post();
		$body   = array( 'meta' => array( Guide\META_KEY => array( 'region' => 'CA' ) ) );
		same( 200, rest( 'POST', "/wp/v2/posts/$id", $body )->get_status() );
		same( array( 'region' => 'CA' ), get_post_meta( $id, Guide\META_KEY, true ) );
		$body['meta'][ Guide\META_KEY ] = array( 'region' => 'AU' );
		foreach ( array( null, 'subscriber', 'contributor', 'author' ) as $role ) {
			$role ? user( $role ) : wp_set_current_user( 0 );
			check( rest( 'POST', "/wp/v2/posts/$id", $body )->get_status() >= 401, "$role may" );
			same( array( 'region' => 'CA' ), get_post_meta( $id, Guide\META_KEY, true ), (string) $role );
			check( ! current_user_can( 'edit_post_meta', $id, Guide\META_KEY ), "$role may" );
		}
		user( 'editor' );
		same( 200, rest( 'POST', "/wp/v2/posts/$id", $body )->get_status() );
		same( array( 'region' => 'AU' ), get_post_meta( $id, Guide\META_KEY, true ) );
	},
	'over REST: visitors do not read them' => function () {
		user( 'editor' );
		$id = a_post();
		update_post_meta( $id, Guide\META_KEY, array( 'sponsor-name' => 'Secret plan' ) );
		has( 'Secret plan', wp_json_encode( rest( 'GET', "/wp/v2/posts/$id", array( 'context' => 'edit' ) )->get_data() ) );
		wp_set_current_user( 0 );
		has_not( 'Secret plan', wp_json_encode( rest( 'GET', "/wp/v2/posts/$id" )->get_data()['meta'] ) );
	},
	'hostile words and unknown names are not saved, whichever way they come' => function () {
		user( 'editor' );
		$id = a_post();
		foreach ( HOSTILE as $text ) {
			update_post_meta( $id, Guide\META_KEY, wp_slash( array_fill_keys( Guide\SITE_ATTRIBUTES, $text ) + array( 'evil' => $text ) ) );
			check( ! array_diff( array_keys( (array) get_post_meta( $id, Guide\META_KEY, true ) ), Guide\SITE_ATTRIBUTES ), 'an unknown name' );
			harmless( shown( '[crisis_help_bar]' ) );
			rest( 'POST', "/wp/v2/posts/$id", array( 'meta' => array( Guide\META_KEY => array( 'leave-target' => $text ) ) ) );
			harmless( shown( '[crisis_help_bar]' ) );
			save_box( $id, array_fill_keys( Guide\SITE_ATTRIBUTES, $text ) );
			harmless( shown( '[crisis_help_bar]' ) );
		}
		check( 400 === rest( 'POST', "/wp/v2/posts/$id", array( 'meta' => array( Guide\META_KEY => array( 'evil' => 'x' ) ) ) )->get_status(), 'an unknown name over REST' );
	},
	'the box of the Classic Editor saves with its nonce, for who may edit the post' => function () {
		$owner = user( 'author' );
		$id    = a_post();
		save_box( $id, array( 'region' => 'UK', 'sponsor-name' => 'O\'Hara & "Sons" \\ Co', 'theme' => '' ) );
		same( array( 'region' => 'UK', 'sponsor-name' => 'O\'Hara & "Sons" \\ Co' ), get_post_meta( $id, Guide\META_KEY, true ) );
		save_box( $id, array( 'region' => 'AU' ), 'wrong' );
		same( 'UK', get_post_meta( $id, Guide\META_KEY, true )['region'], 'without a nonce' );
		user( 'contributor' );
		save_box( $id, array( 'region' => 'AU' ) );
		same( 'UK', get_post_meta( $id, Guide\META_KEY, true )['region'], 'by somebody else' );
		wp_set_current_user( $owner );
		save_box( $id, array( 'region' => '' ) );
		same( '', get_post_meta( $id, Guide\META_KEY, true ), 'emptied' );
	},
	'the box shows what is saved, with a label for each field, and hostile words as words' => function () {
		user( 'editor' );
		$id = a_post();
		update_post_meta( $id, Guide\META_KEY, wp_slash( array( 'sponsor-name' => '"><script>alert(1)</script>', 'region' => 'XX' ) ) );
		ob_start();
		Guide\print_post_box( get_post( $id ) );
		$html = ob_get_clean();
		has_not( '<script', $html );
		has( '<option value="XX" selected=\'selected\'>XX</option>', $html );
		foreach ( Guide\SITE_ATTRIBUTES as $name ) {
			has( "<label for=\"fig-post-$name\">", $html );
		}
	},
	'a post can be without what the website offers' => function () {
		site( array( 'save' => 'offer' ) );
		user( 'editor' );
		$id = a_post();
		ob_start();
		Guide\print_post_box( get_post( $id ) );
		has( '<option value="off">Off', ob_get_clean() );
		has( 'save="offer"', shown( '[crisis_help_bar]' ) );
		save_box( $id, array( 'save' => 'off' ) );
		has( 'save="off"', shown( '[crisis_help_bar]' ) );
	},
	'the block editor does not show the box' => function () {
		global $wp_meta_boxes;
		Guide\add_post_box( 'post' );
		same( true, $wp_meta_boxes['post']['normal']['low'][ Guide\SLUG ]['args']['__back_compat_meta_box'] );
	},
);

<?php
/**
 * Settings of one post in the Classic Editor. The block editor has a panel for them, and does not show this box.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide;

defined( 'ABSPATH' ) || exit;

/** Name of the nonce, and of what it is for. */
const META_BOX_NONCE = 'failed_intervention_guide_post';

add_action( 'add_meta_boxes', __NAMESPACE__ . '\add_post_box' );
add_action( 'save_post', __NAMESPACE__ . '\save_post_box' );

/**
 * Adds the box to every post type that has an editor.
 *
 * @param string $post_type Post type.
 */
function add_post_box( $post_type ) {
	if ( ! post_type_supports( $post_type, 'editor' ) ) {
		return;
	}
	add_meta_box(
		SLUG,
		__( 'Failed Intervention Guide', 'failed-intervention-guide' ),
		__NAMESPACE__ . '\print_post_box',
		$post_type,
		'normal',
		'low',
		array( '__back_compat_meta_box' => true )
	);
}

/**
 * Prints the box.
 *
 * @param \WP_Post $post Post.
 */
function print_post_box( $post ) {
	$saved = post_settings( $post->ID );
	wp_nonce_field( META_BOX_NONCE, META_BOX_NONCE );
	echo '<p>' . esc_html__( 'For the guide in this post only. What you leave empty is as it is for the whole website.', 'failed-intervention-guide' ) . '</p>';
	printf( '<details%s><summary>%s</summary>', $saved ? ' open' : '', esc_html__( 'Settings for this post', 'failed-intervention-guide' ) );
	foreach ( fields() as $name => $field ) {
		$id = "fig-post-$name";
		printf( '<p><label for="%s"><strong>%s</strong></label></p>', esc_attr( $id ), esc_html( $field['label'] ) );
		print_field( $name, META_KEY . "[$name]", $id, isset( $saved[ $name ] ) ? $saved[ $name ] : '', array(), __( 'As the whole website', 'failed-intervention-guide' ) );
	}
	echo '</details>';
}

/**
 * Saves what was entered in the box.
 *
 * @param int $post_id Post.
 */
function save_post_box( $post_id ) {
	if ( ! isset( $_POST[ META_BOX_NONCE ], $_POST[ META_KEY ] ) || ! is_array( $_POST[ META_KEY ] ) ) {
		return;
	}
	if ( ! wp_verify_nonce( sanitize_key( wp_unslash( $_POST[ META_BOX_NONCE ] ) ), META_BOX_NONCE ) ) {
		return;
	}
	if ( wp_is_post_autosave( $post_id ) || wp_is_post_revision( $post_id ) || ! current_user_can( 'edit_post', $post_id ) ) {
		return;
	}
	// Cleaned by attribute. phpcs:ignore WordPress.Security.ValidatedSanitizedInput
	$clean = clean_attributes( wp_unslash( $_POST[ META_KEY ] ), SITE_ATTRIBUTES );
	if ( $clean ) {
		update_post_meta( $post_id, META_KEY, wp_slash( $clean ) );
	} else {
		delete_post_meta( $post_id, META_KEY );
	}
}

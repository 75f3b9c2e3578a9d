<?php
/**
 * Settings of one post, which go before those of the site.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide;

defined( 'ABSPATH' ) || exit;

add_action( 'init', __NAMESPACE__ . '\register_post_settings' );

/**
 * The settings of a post, clean whatever stands in the database.
 *
 * @param int $post_id Post.
 * @return array<string, string>
 */
function post_settings( $post_id ) {
	return $post_id ? clean_attributes( get_post_meta( $post_id, META_KEY, true ), SITE_ATTRIBUTES ) : array();
}

/**
 * Registers the post meta, for the block editor and the REST API: for those who may edit the post, and no one else.
 */
function register_post_settings() {
	$properties = array();
	foreach ( SITE_ATTRIBUTES as $name ) {
		$properties[ $name ] = array( 'type' => 'string' );
	}
	register_post_meta(
		'',
		META_KEY,
		array(
			'type'              => 'object',
			'single'            => true,
			'description'       => __( 'Settings of the Failed Intervention Guide for this post.', 'failed-intervention-guide' ),
			'sanitize_callback' => __NAMESPACE__ . '\sanitize_post_settings',
			'auth_callback'     => __NAMESPACE__ . '\may_edit_post_settings',
			'show_in_rest'      => array(
				'schema' => array(
					'type'                 => 'object',
					'context'              => array( 'edit' ),
					'properties'           => $properties,
					'additionalProperties' => false,
				),
			),
		)
	);
}

/**
 * Cleans the settings of a post before they are saved.
 *
 * @param mixed $value What came in.
 * @return array<string, string>
 */
function sanitize_post_settings( $value ) {
	return clean_attributes( $value, SITE_ATTRIBUTES );
}

/**
 * Whether a user may change the settings of a post.
 *
 * @param bool   $allowed  What WordPress thinks: no, as the name begins with "_".
 * @param string $meta_key The name.
 * @param int    $post_id  Post.
 * @param int    $user_id  User.
 * @return bool
 */
function may_edit_post_settings( $allowed, $meta_key, $post_id, $user_id ) {
	return user_can( $user_id, 'edit_post', $post_id );
}

<?php
/**
 * Says to people who can edit a post what is wrong with it, on the page itself. Visitors see nothing of it.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide;

defined( 'ABSPATH' ) || exit;

/**
 * Whether the one who looks at the page could put it right.
 *
 * @return bool
 */
function sees_notices() {
	if ( ! is_user_logged_in() || is_feed() || is_admin() || wp_is_serving_rest_request() ) {
		return false;
	}
	$post_id = get_the_ID();
	return $post_id ? current_user_can( 'edit_post', $post_id ) : current_user_can( 'edit_theme_options' );
}

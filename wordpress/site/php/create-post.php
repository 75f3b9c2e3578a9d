<?php
/**
 * Saves a post as someone does in the block editor, and publishes it.
 *
 * Input: "author", login; "title"; "content"; "type"; "meta".
 *
 * @package Failed_Intervention_Guide
 */

$fig_author = get_user_by( 'login', $input['author'] );
wp_set_current_user( $fig_author->ID );
$fig_request = new WP_REST_Request( 'POST', 'page' === $input['type'] ? '/wp/v2/pages' : '/wp/v2/posts' );
$fig_request->set_header( 'content-type', 'application/json' );
$fig_request->set_body(
	wp_json_encode(
		array_filter(
			array(
				'title'   => $input['title'],
				'content' => $input['content'],
				'status'  => current_user_can( 'publish_posts' ) ? 'publish' : 'pending',
				'meta'    => $input['meta'],
			)
		)
	)
);
$fig_response = rest_do_request( $fig_request );
if ( $fig_response->is_error() ) {
	return array( 'error' => $fig_response->as_error()->get_error_message() );
}
$fig_id = $fig_response->get_data()['id'];
return array(
	'id'   => $fig_id,
	'link' => get_permalink( $fig_id ),
);

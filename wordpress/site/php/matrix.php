<?php
/**
 * Saves a post as each role, by each way in and each editor, and tells what visitors get of it.
 *
 * Input: "ways", name => content; "roles"; "editors"; "disallow", whether the site forbids raw HTML for everyone.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide_Tests;

/**
 * Saves as the block editor does: through the REST API, with all of its filters.
 *
 * @param string $content Content.
 * @return int|string Id, or what was wrong.
 */
function save_in_block_editor( $content ) {
	$request = new \WP_REST_Request( 'POST', '/wp/v2/posts' );
	$request->set_header( 'content-type', 'application/json' );
	$request->set_body(
		wp_json_encode(
			array(
				'title'   => 'Matrix',
				'content' => $content,
				'status'  => current_user_can( 'publish_posts' ) ? 'publish' : 'pending',
			)
		)
	);
	$response = rest_do_request( $request );
	return $response->is_error() ? $response->as_error()->get_error_message() : $response->get_data()['id'];
}

/**
 * Saves as the Classic Editor does: as a form of the admin pages, with slashes.
 *
 * @param string $content Content.
 * @return int|string Id, or what was wrong.
 */
function save_in_classic_editor( $content ) {
	require_once ABSPATH . 'wp-admin/includes/post.php';
	$id    = wp_insert_post( array( 'post_title' => 'Matrix' ) );
	$saved = edit_post(
		wp_slash(
			array(
				'post_ID'      => $id,
				'post_type'    => 'post',
				'post_title'   => 'Matrix',
				'content'      => $content,
				'post_content' => $content,
				'post_status'  => current_user_can( 'publish_posts' ) ? 'publish' : 'pending',
				'post_author'  => get_current_user_id(),
			)
		)
	);
	return $saved ? $saved : 'not saved';
}

/**
 * What visitors get of a post, and whether the page brings the script.
 *
 * @param int $id Post.
 * @return array
 */
function shown( $id ) {
	wp_set_current_user( 0 );
	$GLOBALS['post'] = get_post( $id ); // phpcs:ignore
	setup_postdata( $GLOBALS['post'] );
	$html = apply_filters( 'the_content', get_the_content() );
	ob_start();
	wp_script_modules()->print_enqueued_script_modules();
	$has_script = false !== strpos( ob_get_clean(), 'kit/embed.js' );
	wp_dequeue_script_module( 'failed-intervention-guide' );
	return array(
		'html'   => $html,
		'script' => $has_script,
		'saved'  => $GLOBALS['post']->post_content,
	);
}

if ( ! empty( $input['disallow'] ) && ! defined( 'DISALLOW_UNFILTERED_HTML' ) ) {
	define( 'DISALLOW_UNFILTERED_HTML', true );
}
$cells = array();
foreach ( $input['roles'] as $user ) {
	foreach ( $input['ways'] as $way => $by_editor ) {
		foreach ( $by_editor as $editor => $content ) {
			$account = get_user_by( 'login', $user );
			wp_set_current_user( $account->ID );
			$id      = 'block' === $editor ? save_in_block_editor( $content ) : save_in_classic_editor( $content );
			$cells[] = array(
				'role'   => $user,
				'way'    => $way,
				'editor' => $editor,
			) + ( is_int( $id ) ? shown( $id ) : array( 'error' => $id ) );
		}
	}
}
return $cells;

<?php
/**
 * Fills a fresh site with what the demo shows: a page with the guide, and two posts.
 *
 * Input: "pages", a list of "type", "title", "content" and whether it is the "front" page.
 *
 * @package Failed_Intervention_Guide
 */

wp_set_current_user( 1 );
foreach ( get_posts( array( 'post_type' => array( 'post', 'page' ), 'post_status' => 'any', 'numberposts' => -1 ) ) as $fig_old ) { // phpcs:ignore
	wp_delete_post( $fig_old->ID, true );
}
$fig_ids   = array();
$fig_links = array();
foreach ( $input['pages'] as $fig_page ) {
	$fig_id = wp_insert_post(
		wp_slash(
			array(
				'post_type'    => $fig_page['type'],
				'post_title'   => $fig_page['title'],
				'post_content' => $fig_page['content'],
				'post_status'  => 'publish',
			)
		),
		true
	);
	if ( is_wp_error( $fig_id ) ) {
		return array( 'problem' => $fig_id->get_error_message() );
	}
	if ( ! empty( $fig_page['front'] ) ) {
		update_option( 'show_on_front', 'page' );
		update_option( 'page_on_front', $fig_id );
	}
	$fig_ids[]   = $fig_id;
	$fig_links[] = get_permalink( $fig_id );
}
return array(
	'ids'   => $fig_ids,
	'links' => $fig_links,
);

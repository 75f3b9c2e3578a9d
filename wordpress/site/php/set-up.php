<?php
/**
 * Makes a fresh site ready: the users, the plugins, a title.
 *
 * @package Failed_Intervention_Guide
 */

require_once ABSPATH . 'wp-admin/includes/plugin.php';

update_option( 'blogname', 'Cedar Hollow Recovery Center' );
wp_set_password( 'password', 1 );
foreach ( array( 'editor', 'author', 'contributor' ) as $fig_role ) {
	if ( ! username_exists( $fig_role ) ) {
		wp_insert_user(
			array(
				'user_login' => $fig_role,
				'user_pass'  => 'password',
				'user_email' => "$fig_role@example.org",
				'role'       => $fig_role,
			)
		);
	}
}
// Nobody is welcomed to the editor: the tour would cover it, whenever it comes.
foreach ( get_users( array( 'fields' => 'ids' ) ) as $fig_user ) {
	update_user_meta(
		$fig_user,
		$GLOBALS['wpdb']->get_blog_prefix() . 'persisted_preferences',
		array(
			'core'           => array( 'welcomeGuide' => false ),
			'core/edit-post' => array( 'welcomeGuide' => false ),
			'_modified'      => gmdate( 'c' ),
		)
	);
}
wp_set_current_user( 1 );
foreach ( isset( $input['plugins'] ) ? $input['plugins'] : array() as $fig_plugin ) {
	foreach ( array_keys( get_plugins( "/$fig_plugin" ) ) as $fig_file ) {
		$fig_result = activate_plugin( "$fig_plugin/$fig_file" );
		if ( is_wp_error( $fig_result ) ) {
			return array( 'problem' => $fig_result->get_error_message() );
		}
	}
}
return array( 'problem' => null );

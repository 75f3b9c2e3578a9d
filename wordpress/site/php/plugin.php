<?php
/**
 * Switches the plugin on or off, deletes it, or looks what it has in the database.
 *
 * Input: "action": activate, deactivate, delete or look.
 *
 * @package Failed_Intervention_Guide
 */

require_once ABSPATH . 'wp-admin/includes/plugin.php';
require_once ABSPATH . 'wp-admin/includes/file.php';

$fig_plugin = 'failed-intervention-guide/failed-intervention-guide.php';
wp_set_current_user( 1 );
if ( 'activate' === $input['action'] ) {
	$fig_error = activate_plugin( $fig_plugin );
	if ( is_wp_error( $fig_error ) ) {
		return array( 'error' => $fig_error->get_error_message() );
	}
}
if ( in_array( $input['action'], array( 'deactivate', 'delete' ), true ) ) {
	deactivate_plugins( $fig_plugin );
}
if ( 'delete' === $input['action'] ) {
	delete_plugins( array( $fig_plugin ) );
}
global $wpdb;
return array(
	'options' => (int) $wpdb->get_var( "SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE '%failed_intervention_guide%'" ),
	'metas'   => (int) $wpdb->get_var( "SELECT COUNT(*) FROM $wpdb->postmeta WHERE meta_key LIKE '%failed_intervention_guide%'" ),
	'files'   => file_exists( WP_PLUGIN_DIR . '/' . $fig_plugin ),
);

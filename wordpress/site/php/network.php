<?php
/**
 * Makes a network of a site, and tries the plugin on it.
 *
 * Input: "action": create, activate or delete.
 *
 * @package Failed_Intervention_Guide
 */

require_once ABSPATH . 'wp-admin/includes/plugin.php';
require_once ABSPATH . 'wp-admin/includes/file.php';

$fig_plugin = 'failed-intervention-guide/failed-intervention-guide.php';
$fig_option = 'failed_intervention_guide';
wp_set_current_user( 1 );

if ( 'create' === $input['action'] ) {
	require_once ABSPATH . 'wp-admin/includes/network.php';
	require_once ABSPATH . 'wp-admin/includes/upgrade.php';
	foreach ( $GLOBALS['wpdb']->tables( 'ms_global' ) as $fig_name => $fig_table ) {
		$GLOBALS['wpdb']->$fig_name = $fig_table;
	}
	install_network();
	$fig_domain = wp_parse_url( home_url(), PHP_URL_HOST ) . ':' . wp_parse_url( home_url(), PHP_URL_PORT );
	$fig_done   = populate_network( 1, $fig_domain, 'admin@example.org', 'Network', '/', false );
	return array(
		'domain'  => $fig_domain,
		'problem' => is_wp_error( $fig_done ) && 'no_wildcard_dns' !== $fig_done->get_error_code() ? $fig_done->get_error_message() : null,
	);
}

if ( 'users' === $input['action'] ) {
	// The first user is the super admin; an administrator of one site is somebody else.
	wp_update_user(
		array(
			'ID'            => 1,
			'user_nicename' => 'super',
		)
	);
	$fig_super = wpmu_create_user( 'super', 'password', 'super@example.org' );
	add_user_to_blog( 1, $fig_super, 'administrator' );
	grant_super_admin( $fig_super );
	revoke_super_admin( 1 );
	return array( 'problem' => is_super_admin( $fig_super ) ? null : 'There is no super admin.' );
}

$fig_second = get_sites( array( 'path' => '/second/' ) );
if ( ! $fig_second ) {
	$fig_second_id = wpmu_create_blog( get_current_site()->domain, '/second/', 'Second', 1 );
} else {
	$fig_second_id = (int) $fig_second[0]->blog_id;
}

if ( 'activate' === $input['action'] ) {
	deactivate_plugins( $fig_plugin );
	activate_plugin( $fig_plugin, '', true );
	update_option( $fig_option, array( 'attributes' => array( 'region' => 'US' ) ) );
	$fig_first = get_option( $fig_option )['attributes']['region'];
	switch_to_blog( $fig_second_id );
	update_option( $fig_option, array( 'attributes' => array( 'region' => 'CA' ) ) );
	$fig_other = get_option( $fig_option )['attributes']['region'];
	restore_current_blog();
	return array(
		'active' => is_plugin_active_for_network( $fig_plugin ),
		'first'  => $fig_first,
		'second' => $fig_other,
	);
}

/**
 * On how many sites there are settings.
 *
 * @param int[]  $sites  Sites.
 * @param string $option Option.
 * @return int
 */
$fig_count  = static function ( $sites, $option ) {
	$found = 0;
	foreach ( $sites as $one ) {
		switch_to_blog( $one );
		wp_cache_delete( $option, 'options' );
		$found += false === get_option( $option ) ? 0 : 1;
		restore_current_blog();
	}
	return $found;
};
$fig_sites  = array( 1, $fig_second_id );
$fig_before = $fig_count( $fig_sites, $fig_option );
deactivate_plugins( $fig_plugin, false, true );
delete_plugins( array( $fig_plugin ) );
return array(
	'before' => $fig_before,
	'left'   => $fig_count( $fig_sites, $fig_option ),
);

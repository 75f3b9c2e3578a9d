<?php
/**
 * Takes everything out of the database that the plugin has put there. Posts stay as their authors wrote them.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide;

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

require_once __DIR__ . '/includes/names.php';

/**
 * Deletes what one site has.
 */
function forget_site() {
	delete_option( OPTION );
	delete_post_meta_by_key( META_KEY );
}

if ( is_multisite() ) {
	$fig_sites = get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	);
	foreach ( $fig_sites as $fig_site ) {
		switch_to_blog( $fig_site );
		forget_site();
		restore_current_blog();
	}
} else {
	forget_site();
}

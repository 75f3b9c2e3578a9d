<?php
/**
 * Whether this PHP can read each file of the plugin: for machines that have no PHP of their own.
 *
 * @package Failed_Intervention_Guide
 */

$fig_count    = 0;
$fig_troubles = array();
$fig_folder   = WP_PLUGIN_DIR . '/failed-intervention-guide';
foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( $fig_folder, FilesystemIterator::SKIP_DOTS ) ) as $fig_file ) {
	if ( 'php' !== $fig_file->getExtension() ) {
		continue;
	}
	++$fig_count;
	try {
		token_get_all( file_get_contents( $fig_file->getPathname() ), TOKEN_PARSE ); // phpcs:ignore
	} catch ( ParseError $fig_error ) {
		$fig_troubles[] = $fig_file->getPathname() . ':' . $fig_error->getLine() . ' ' . $fig_error->getMessage();
	}
}
return array(
	'php'      => PHP_VERSION,
	'count'    => $fig_count,
	'troubles' => $fig_troubles,
);

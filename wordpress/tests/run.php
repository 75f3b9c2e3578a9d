<?php
/**
 * Runs the tests of the plugin inside a WordPress in which it is active.
 *
 *     php run.php [path of wp-load.php] [names of files, such as clean]
 *
 * The path can also be in WP_LOAD. Where WordPress runs already, `require` this file. Prints one line of JSON:
 * {"passed":["…"],"failed":[{"name":"…","why":"…"}]}. It writes posts, users and options, and deletes them again.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide\Tests;

$fig_names = isset( $fig_names ) ? (array) $fig_names : array();
if ( ! defined( 'ABSPATH' ) ) {
	$fig_arguments = array_slice( isset( $argv ) ? $argv : array(), 1 );
	$fig_load      = getenv( 'WP_LOAD' );
	foreach ( $fig_arguments as $fig_argument ) {
		if ( preg_match( '/wp-load\.php$/', $fig_argument ) ) {
			$fig_load = $fig_argument;
		} else {
			$fig_names[] = $fig_argument;
		}
	}
	if ( ! $fig_load || ! file_exists( $fig_load ) ) {
		fwrite( STDERR, "Say where WordPress is: php run.php /path/to/wp-load.php\n" );
		exit( 2 );
	}
	$_SERVER += array(
		'HTTP_HOST'      => '127.0.0.1',
		'REQUEST_METHOD' => 'GET',
		'REQUEST_URI'    => '/',
	);
	require_once $fig_load;
}
require_once ABSPATH . 'wp-admin/includes/plugin.php';
require_once ABSPATH . 'wp-admin/includes/class-wp-screen.php';
require_once ABSPATH . 'wp-admin/includes/screen.php';
require_once ABSPATH . 'wp-admin/includes/template.php';
require_once ABSPATH . 'wp-admin/includes/post.php';
require_once ABSPATH . 'wp-admin/includes/user.php';
require_once __DIR__ . '/helpers.php';

/**
 * Runs the tests.
 *
 * @param string[] $names Names of files; all when there are none.
 * @return array
 */
function run( $names ) {
	$result = array(
		'passed' => array(),
		'failed' => array(),
	);
	// A notice or a warning is something that a site owner finds in their log.
	set_error_handler(
		static function ( $level, $message, $file, $line ) {
			if ( error_reporting() & $level && false !== strpos( $file, 'failed-intervention-guide' ) ) {
				throw new \ErrorException( $message, 0, $level, $file, $line );
			}
			return false;
		}
	);
	foreach ( glob( __DIR__ . '/*.php' ) as $file ) {
		$name = basename( $file, '.php' );
		if ( in_array( $name, array( 'run', 'helpers' ), true ) || ( $names && ! in_array( $name, $names, true ) ) ) {
			continue;
		}
		foreach ( require $file as $what => $test ) {
			$title = "$name: $what";
			try {
				set_up();
				$test();
				$result['passed'][] = $title;
			} catch ( \Throwable $error ) {
				$result['failed'][] = array(
					'name' => $title,
					'why'  => $error->getMessage() . ( $error instanceof Failure ? '' : ' (' . basename( $error->getFile() ) . ':' . $error->getLine() . ')' ),
				);
			} finally {
				tear_down();
			}
		}
	}
	restore_error_handler();
	return $result;
}

if ( ! function_exists( 'Failed_Intervention_Guide\tags' ) ) {
	$fig_result = array(
		'passed' => array(),
		'failed' => array(
			array(
				'name' => 'run: the plugin is active',
				'why'  => 'It is not. Activate it first.',
			),
		),
	);
} else {
	$fig_result = run( $fig_names );
}
echo json_encode( $fig_result, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ) . "\n";
if ( isset( $fig_arguments ) && ( $fig_result['failed'] || ! $fig_result['passed'] ) ) {
	exit( 1 );
}

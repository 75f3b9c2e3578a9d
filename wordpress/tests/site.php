<?php
/**
 * Privacy text, site health, translations, the Classic Editor, and leaving no traces.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide\Tests;

use Failed_Intervention_Guide as Guide;

/** Answers requests of the site to itself. */
function answering( $answer, $run ) {
	$filter = static function ( $before, $arguments, $url ) use ( $answer ) {
		$given = $answer( $url );
		return is_wp_error( $given ) ? $given : $given + array( 'headers' => array(), 'body' => '', 'response' => array( 'code' => 200, 'message' => 'OK' ), 'cookies' => array(), 'filename' => null );
	};
	add_filter( 'pre_http_request', $filter, 10, 3 );
	$result = $run();
	remove_filter( 'pre_http_request', $filter, 10 );
	return $result;
}

/** Runs as if the site had another language. */
function in_language( $locale, $run ) {
	$filter = static function () use ( $locale ) {
		return $locale;
	};
	add_filter( 'pre_determine_locale', $filter );
	unload_textdomain( Guide\SLUG, true );
	Guide\load_translations();
	try {
		return $run();
	} finally {
		remove_filter( 'pre_determine_locale', $filter );
		unload_textdomain( Guide\SLUG, true );
		Guide\load_translations();
	}
}

return array(
	'every Spanish is ours, and other languages stay English' => function () {
		foreach ( array( 'es_ES' => 'Color de acento', 'es_MX' => 'Color de acento', 'es_AR' => 'Color de acento', 'de_DE' => 'Accent color', 'en_US' => 'Accent color' ) as $locale => $expected ) {
			same( $expected, in_language( $locale, static function () {
				return __( 'Accent color', 'failed-intervention-guide' );
			} ), $locale );
		}
		same( 'Talk to a person now', Guide\fallback( 'de_DE' )['elements']['crisis-help-bar']['title'] );
		has( 'Hable con una persona ahora', in_language( 'es_MX', static function () {
			return do_shortcode( '[crisis_help_bar]' );
		} ) );
	},
	'words of the editor\'s script are there in every Spanish' => function () {
		foreach ( array( 'es_ES', 'es_MX' ) as $locale ) {
			$file = in_language( $locale, static function () use ( $locale ) {
				return Guide\spanish_script_file( "/nowhere/failed-intervention-guide-$locale-failed-intervention-guide-editor.json", 'failed-intervention-guide-editor', 'failed-intervention-guide' );
			} );
			check( is_readable( $file ), $file );
			check( is_array( json_decode( file_get_contents( $file ), true ) ), 'no JSON' );
		}
	},
	'the privacy text says what is so with these settings' => function () {
		has( 'Nothing is saved on your device, unless', Guide\privacy_html() );
		has_not( 'fig-notes', Guide\privacy_html() );
		site( array( 'save' => 'offer' ) );
		has( 'fig-notes', Guide\privacy_html() );
		has_not( 'Nothing is saved on your device, unless', Guide\privacy_html() );
		has( 'nothing is handed over before you say yes', Guide\privacy_html() );
	},
	'site health: the script is there as JavaScript, missing, or something else' => function () {
		$run = static function () {
			return Guide\health_script()['status'];
		};
		$type = static function ( $type, $code = 200 ) {
			return static function () use ( $type, $code ) {
				return array( 'headers' => array( 'content-type' => $type ), 'response' => array( 'code' => $code, 'message' => '' ) );
			};
		};
		same( 'good', answering( $type( 'text/javascript; charset=utf-8' ), $run ) );
		same( 'good', answering( $type( 'application/javascript' ), $run ) );
		same( 'critical', answering( $type( 'text/html' ), $run ) );
		same( 'critical', answering( $type( 'text/javascript', 403 ), $run ) );
		same( 'recommended', answering( static function () {
			return new \WP_Error( 'x', 'no way' );
		}, $run ) );
	},
	'site health: policies that let the script run, and those that do not' => function () {
		$url  = 'https://a.example/wp-content/plugins/failed-intervention-guide/kit/embed.js';
		$home = 'https://a.example';
		$good = array( '', "default-src 'self'", "script-src 'self' 'nonce-abc'", 'script-src https:', 'script-src *', 'script-src a.example', 'script-src https://*.example', 'script-src https://a.example/wp-content/', "script-src 'none'; script-src-elem 'self'", "img-src 'none'", "default-src 'none'; script-src 'self'" );
		$bad  = array( "default-src 'none'", "script-src 'nonce-abc'", "script-src 'self' 'strict-dynamic'", 'script-src https://b.example', 'script-src http://a.example:81', 'script-src https://a.example/other/', "SCRIPT-SRC 'none'", 'script-src *.b.example' );
		foreach ( $good as $policy ) {
			same( true, Guide\policy_allows( $policy, $url, $home ), $policy );
		}
		foreach ( $bad as $policy ) {
			same( false, Guide\policy_allows( $policy, $url, $home ), $policy );
		}
		$run = static function () {
			return Guide\health_policy()['status'];
		};
		same( 'critical', answering( static function () {
			return array( 'headers' => array( 'content-security-policy' => "script-src 'none'" ) );
		}, $run ) );
		same( 'critical', answering( static function () {
			return array( 'body' => '<meta http-equiv="Content-Security-Policy" content="script-src \'none\'">' );
		}, $run ) );
		same( 'good', answering( static function () {
			return array( 'body' => '<p>Hello' );
		}, $run ) );
	},
	'site health: facts about the center, the region, and words that are newer than the kit' => function () {
		same( 'good', Guide\health_center()['status'] );
		same( 'recommended', Guide\health_region()['status'] );
		site( array( 'sponsor-name' => 'A', 'region' => 'US' ) );
		same( 'recommended', Guide\health_center()['status'] );
		has( 'Office phone', Guide\health_center()['description'] );
		same( 'good', Guide\health_region()['status'] );
		site( CENTER + array( 'region' => 'CA' ) );
		same( 'recommended', Guide\health_center()['status'] );
		site( CENTER + array( 'region' => 'US', 'content-src' => '/words.json' ) );
		same( 'good', Guide\health_center()['status'] );
		$run = static function () {
			return Guide\health_content()['status'];
		};
		foreach ( array( '{"schemaVersion":1}' => 'good', '{"schemaVersion":999}' => 'critical', '<html>' => 'recommended' ) as $body => $status ) {
			same( $status, answering( static function ( $url ) use ( $body ) {
				same( 'http', substr( $url, 0, 4 ), $url );
				return array( 'body' => $body );
			}, $run ), $body );
		}
	},
	'site health: only who may see it can ask' => function () {
		user( 'subscriber' );
		same( 403, rest( 'GET', '/failed-intervention-guide/v1/health/content' )->get_status() );
		$id = user( 'administrator' );
		if ( is_multisite() ) {
			grant_super_admin( $id ); // In a network, site health is theirs.
		}
		same( 200, rest( 'GET', '/failed-intervention-guide/v1/health/content' )->get_status() );
		if ( is_multisite() ) {
			revoke_super_admin( $id );
		}
		$tests = Guide\add_health_tests( array( 'direct' => array(), 'async' => array() ) );
		same( array( 'fig_center', 'fig_region' ), array_keys( $tests['direct'] ) );
		same( array( 'fig_script', 'fig_policy', 'fig_content' ), array_keys( $tests['async'] ) );
	},
	'the Classic Editor knows every element, beside what other plugins told it' => function () {
		$options = Guide\keep_elements_in_editor( array( 'custom_elements' => 'other-one', 'extended_valid_elements' => 'i[*]' ) );
		foreach ( Guide\tags() as $tag ) {
			check( in_array( $tag, explode( ',', $options['custom_elements'] ), true ), $tag );
			check( in_array( $tag . '[*]', explode( ',', $options['extended_valid_elements'] ), true ), $tag );
		}
		has( 'other-one,', $options['custom_elements'] );
		has( 'i[*],', $options['extended_valid_elements'] );
	},
	'the editor hears what it has to know, and nothing of it can end its script' => function () {
		user( 'administrator' );
		site( array( 'region' => 'US', 'sponsor-name' => '</script><script>alert(1)</script>' ) );
		$data = Guide\editor_data();
		same( 'US', ( (array) $data['defaults'] )['region'] );
		foreach ( array( 'scriptUrl', 'version', 'elements', 'attributes', 'regions', 'locales', 'fallback', 'locale', 'settingsUrl', 'canManage' ) as $key ) {
			check( isset( $data[ $key ] ), $key );
		}
		$GLOBALS['wp_scripts'] = null;
		Guide\register_editor_assets();
		if ( wp_script_is( Guide\EDITOR_HANDLE, 'registered' ) ) {
			Guide\print_editor_data();
			has_not( '</script', implode( '', wp_scripts()->get_data( Guide\EDITOR_HANDLE, 'before' ) ) );
		}
	},
	'there is one block for each element and one for the form, in a category of our own' => function () {
		$registry = \WP_Block_Type_Registry::get_instance();
		foreach ( Guide\facts()['elements'] as $element ) {
			check( $registry->is_registered( 'failed-intervention-guide/' . $element['block'] ), $element['block'] );
		}
		check( $registry->is_registered( 'failed-intervention-guide/lead-form' ), 'lead-form' );
		$slugs = wp_list_pluck( Guide\add_block_category( array() ), 'slug' );
		same( array( 'failed-intervention-guide' ), $slugs );
	},
	'uninstalling takes the settings of the site and of all posts away, and leaves posts as they are' => function () {
		user( 'editor' );
		$id = a_post( '[crisis_help_bar]' );
		site( array( 'region' => 'US' ) );
		update_post_meta( $id, Guide\META_KEY, array( 'region' => 'US' ) );
		if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) ) {
			define( 'WP_UNINSTALL_PLUGIN', 'failed-intervention-guide/failed-intervention-guide.php' );
		}
		require Guide\PLUGIN_DIR . '/uninstall.php';
		wp_cache_flush();
		same( false, get_option( Guide\OPTION ) );
		same( '', get_post_meta( $id, Guide\META_KEY, true ) );
		same( '[crisis_help_bar]', get_post( $id )->post_content );
	},
);

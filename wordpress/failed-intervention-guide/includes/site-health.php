<?php
/**
 * Checks under Tools, Site Health.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide;

defined( 'ABSPATH' ) || exit;

add_filter( 'site_status_tests', __NAMESPACE__ . '\add_health_tests' );
add_action( 'rest_api_init', __NAMESPACE__ . '\register_health_routes' );

/** Checks that ask a server, so that the page does not wait for them. */
const SLOW_TESTS = array( 'script', 'policy', 'content' );

/**
 * Adds our checks.
 *
 * @param array $tests Checks.
 * @return array
 */
function add_health_tests( $tests ) {
	$labels = array(
		'script'  => __( 'The guide’s script', 'failed-intervention-guide' ),
		'policy'  => __( 'The guide and the content security policy', 'failed-intervention-guide' ),
		'content' => __( 'The guide and words of your own', 'failed-intervention-guide' ),
		'center'  => __( 'Facts about your center for the guide', 'failed-intervention-guide' ),
		'region'  => __( 'The guide’s region', 'failed-intervention-guide' ),
	);
	foreach ( $labels as $name => $label ) {
		$run  = static function () use ( $name ) {
			return health_test( $name );
		};
		$slow = in_array( $name, SLOW_TESTS, true );
		$test = array( 'label' => $label );

		$tests[ $slow ? 'async' : 'direct' ][ "fig_$name" ] = $test + ( $slow
			? array(
				'test'              => rest_url( SLUG . "/v1/health/$name" ),
				'has_rest'          => true,
				'async_direct_test' => $run,
			)
			: array( 'test' => $run ) );
	}
	return $tests;
}

/**
 * Addresses at which the page for site health asks for the slow checks.
 */
function register_health_routes() {
	register_rest_route(
		SLUG . '/v1',
		'/health/(?P<name>' . implode( '|', SLOW_TESTS ) . ')',
		array(
			'methods'             => 'GET',
			'callback'            => static function ( $request ) {
				return health_test( $request['name'] );
			},
			'permission_callback' => static function () {
				return current_user_can( 'view_site_health_checks' );
			},
		)
	);
}

/**
 * Runs a check.
 *
 * @param string $name Check.
 * @return array As WordPress wants it.
 */
function health_test( $name ) {
	switch ( $name ) {
		case 'script':
			return health_script();
		case 'policy':
			return health_policy();
		case 'content':
			return health_content();
		case 'center':
			return health_center();
		default:
			return health_region();
	}
}

/**
 * A result as WordPress wants it.
 *
 * @param string $name    Check.
 * @param string $status  "good", "recommended" or "critical".
 * @param string $label   What was found.
 * @param string $text    What it means, and what to do.
 * @param bool   $setting Whether it is put right in our settings.
 * @return array
 */
function health_result( $name, $status, $label, $text, $setting = false ) {
	$link = '<p><a href="' . esc_url( settings_url() ) . '">' . esc_html__( 'Settings of the guide', 'failed-intervention-guide' ) . '</a></p>';
	return array(
		'label'       => $label,
		'status'      => $status,
		'badge'       => array(
			'label' => __( 'Failed Intervention Guide', 'failed-intervention-guide' ),
			'color' => 'blue',
		),
		'description' => '<p>' . esc_html( $text ) . '</p>',
		'actions'     => $setting && 'good' !== $status ? $link : '',
		'test'        => "fig_$name",
	);
}

/**
 * Fetches an address of this website, or the words of its own.
 *
 * @param string $url Address.
 * @return array|\WP_Error
 */
function health_fetch( $url ) {
	return wp_remote_get(
		$url,
		array(
			'timeout'   => 10,
			// A website's own certificate may be one that only its visitors know.
			'sslverify' => apply_filters( 'https_local_ssl_verify', false ), // phpcs:ignore WordPress.NamingConventions
		)
	);
}

/**
 * Whether browsers get the script.
 *
 * @return array
 */
function health_script() {
	foreach ( array( 'kit/embed.js', 'kit/' . VERSION . '/embed.js' ) as $path ) {
		$url      = plugins_url( $path, PLUGIN_FILE );
		$response = health_fetch( $url );
		if ( is_wp_error( $response ) ) {
			/* translators: 1: address, 2: error message. */
			return health_result( 'script', 'recommended', __( 'The guide’s script could not be checked', 'failed-intervention-guide' ), sprintf( __( 'This website could not ask itself for %1$s (%2$s). Open that address in your browser: it has to show code.', 'failed-intervention-guide' ), $url, $response->get_error_message() ) );
		}
		$status = (int) wp_remote_retrieve_response_code( $response );
		$type   = (string) wp_remote_retrieve_header( $response, 'content-type' );
		if ( 200 !== $status || ! preg_match( '#^(?:text|application)/(?:x-)?(?:java|ecma)script\b#i', $type ) ) {
			/* translators: 1: address, 2: number such as 404, 3: type such as text/html. */
			return health_result( 'script', 'critical', __( 'The guide’s script does not reach browsers', 'failed-intervention-guide' ), sprintf( __( '%1$s answered with status %2$d and type “%3$s”. Families see only plain words and crisis lines. Install the plugin again, and check rules of your server or of a security plugin that block files in the folder of plugins.', 'failed-intervention-guide' ), $url, $status, $type ) );
		}
	}
	return health_result( 'script', 'good', __( 'The guide’s script reaches browsers', 'failed-intervention-guide' ), __( 'It is there, and it is sent as JavaScript.', 'failed-intervention-guide' ) );
}

/**
 * Whether the home page's content security policy lets the script run.
 *
 * @return array
 */
function health_policy() {
	$response = health_fetch( home_url( '/' ) );
	if ( is_wp_error( $response ) ) {
		/* translators: %s: error message. */
		return health_result( 'policy', 'recommended', __( 'The content security policy could not be checked for the guide', 'failed-intervention-guide' ), sprintf( __( 'This website could not ask itself for its home page (%s).', 'failed-intervention-guide' ), $response->get_error_message() ) );
	}
	$policies = (array) wp_remote_retrieve_header( $response, 'content-security-policy' );
	$policies = array_merge( $policies, policies_in_html( wp_remote_retrieve_body( $response ) ) );
	foreach ( $policies as $policy ) {
		foreach ( explode( ',', (string) $policy ) as $one ) {
			if ( ! policy_allows( $one, script_url(), home_url() ) ) {
				/* translators: 1: a policy, 2: an address. */
				return health_result( 'policy', 'critical', __( 'The content security policy blocks the guide’s script', 'failed-intervention-guide' ), sprintf( __( 'The home page sends the policy “%1$s”. Families see only plain words and crisis lines. Let script-src allow %2$s, for example with \'self\'.', 'failed-intervention-guide' ), mb_substr( trim( $one ), 0, 300 ), script_url() ) );
			}
		}
	}
	return health_result( 'policy', 'good', __( 'The content security policy lets the guide’s script run', 'failed-intervention-guide' ), array_filter( $policies ) ? __( 'The home page has a policy, and it allows the script.', 'failed-intervention-guide' ) : __( 'The home page has no such policy.', 'failed-intervention-guide' ) );
}

/**
 * Policies in the page itself.
 *
 * @param string $html A page.
 * @return string[]
 */
function policies_in_html( $html ) {
	$found = array();
	$page  = new \WP_HTML_Tag_Processor( $html );
	while ( $page->next_tag( 'meta' ) ) {
		if ( 0 === strcasecmp( (string) $page->get_attribute( 'http-equiv' ), 'content-security-policy' ) ) {
			$found[] = (string) $page->get_attribute( 'content' );
		}
	}
	return $found;
}

/**
 * Whether a policy lets a script run that a page loads by its address.
 *
 * @param string $policy A content security policy.
 * @param string $url    Address of the script.
 * @param string $home   Address of the page.
 * @return bool
 */
function policy_allows( $policy, $url, $home ) {
	$rules = array();
	foreach ( explode( ';', $policy ) as $rule ) {
		$words = preg_split( '/\s+/', trim( $rule ), -1, PREG_SPLIT_NO_EMPTY );
		$name  = strtolower( (string) array_shift( $words ) );
		if ( '' !== $name && ! isset( $rules[ $name ] ) ) {
			$rules[ $name ] = $words;
		}
	}
	foreach ( array( 'script-src-elem', 'script-src', 'default-src' ) as $name ) {
		if ( isset( $rules[ $name ] ) ) {
			return sources_allow( $rules[ $name ], $url, $home );
		}
	}
	return true;
}

/**
 * Whether a list of sources has the one of an address.
 *
 * @param string[] $sources Sources of a rule.
 * @param string   $url     Address.
 * @param string   $home    Address of the page.
 * @return bool
 */
function sources_allow( $sources, $url, $home ) {
	if ( in_array( "'strict-dynamic'", $sources, true ) ) {
		return false; // Then addresses do not count.
	}
	$to   = wp_parse_url( $url );
	$from = wp_parse_url( $home );
	$host = static function ( $parts ) {
		return strtolower( $parts['host'] ) . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' );
	};
	foreach ( $sources as $source ) {
		$source = strtolower( $source );
		if ( "'self'" === $source && $host( $to ) === $host( $from ) ) {
			return true;
		}
		if ( '*' === $source || $source === $to['scheme'] . ':' || ( 'http:' === $source && 'https' === $to['scheme'] ) ) {
			return true;
		}
		if ( ! preg_match( '#^(?:([a-z][a-z\d+.-]*)://)?(\*\.)?([a-z\d.-]+)(?::(\d+|\*))?(/.*)?$#', $source, $found ) ) {
			continue;
		}
		$found    += array( '', '', '', '', '', '' );
		$is_scheme = '' === $found[1] || $found[1] === $to['scheme'] || ( 'http' === $found[1] && 'https' === $to['scheme'] );
		$is_host   = '' === $found[2]
			? strtolower( $to['host'] ) === $found[3]
			: substr( strtolower( $to['host'] ), -strlen( ".{$found[3]}" ) ) === ".{$found[3]}";
		$port      = isset( $to['port'] ) ? (string) $to['port'] : '';
		$is_port   = '*' === $found[4] || $found[4] === $port || ( '' === $port && in_array( $found[4], array( '80', '443' ), true ) );
		$is_path   = '' === $found[5] || ( '/' === substr( $found[5], -1 ) ? 0 === strpos( $to['path'], $found[5] ) : $to['path'] === $found[5] );
		if ( $is_scheme && $is_host && $is_port && $is_path ) {
			return true;
		}
	}
	return false;
}

/**
 * Whether words of the website's own fit this version of the kit.
 *
 * @return array
 */
function health_content() {
	$attributes = settings()['attributes'];
	if ( ! isset( $attributes['content-src'] ) ) {
		return health_result( 'content', 'good', __( 'The guide uses its built-in words', 'failed-intervention-guide' ), __( 'They always fit the version of the plugin.', 'failed-intervention-guide' ) );
	}
	$url = $attributes['content-src'];
	if ( '/' === $url[0] ) {
		$parts = wp_parse_url( home_url() );
		$url   = $parts['scheme'] . '://' . $parts['host'] . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' ) . $url;
	} elseif ( '.' === $url[0] ) {
		return health_result( 'content', 'recommended', __( 'The guide’s own words are at an address that differs from page to page', 'failed-intervention-guide' ), __( 'Write the whole address, or a path that begins with /.', 'failed-intervention-guide' ), true );
	}
	$response = health_fetch( $url );
	$bundle   = is_wp_error( $response ) || 200 !== (int) wp_remote_retrieve_response_code( $response ) ? null : json_decode( wp_remote_retrieve_body( $response ), true );
	if ( ! is_array( $bundle ) ) {
		/* translators: %s: address. */
		return health_result( 'content', 'recommended', __( 'The guide’s own words could not be read', 'failed-intervention-guide' ), sprintf( __( 'There is no JSON at %s. Families see the built-in words. Check the address.', 'failed-intervention-guide' ), $url ), true );
	}
	$schema = isset( $bundle['schemaVersion'] ) && is_int( $bundle['schemaVersion'] ) ? $bundle['schemaVersion'] : 0;
	if ( $schema > facts()['schema_version'] ) {
		/* translators: %s: address. */
		return health_result( 'content', 'critical', __( 'The plugin is older than the guide’s own words', 'failed-intervention-guide' ), sprintf( __( 'The words at %s were made for a newer version, so families see the built-in words. Update the plugin.', 'failed-intervention-guide' ), $url ), true );
	}
	return health_result( 'content', 'good', __( 'The guide’s own words fit this version', 'failed-intervention-guide' ), __( 'They were found and can be used.', 'failed-intervention-guide' ) );
}

/**
 * Whether the facts about the center are all there, or none.
 *
 * @return array
 */
function health_center() {
	$attributes = settings()['attributes'];
	$missing    = array_diff( SPONSOR_FACTS, array_keys( $attributes ) );
	if ( count( $missing ) === count( SPONSOR_FACTS ) ) {
		return health_result( 'center', 'good', __( 'The guide names no center', 'failed-intervention-guide' ), __( 'Families use it without a way to a center. If you want one, fill in the facts about it in the settings.', 'failed-intervention-guide' ) );
	}
	if ( $missing ) {
		$labels = array();
		foreach ( $missing as $name ) {
			$labels[] = fields()[ $name ]['label'];
		}
		/* translators: %s: list of fields. */
		return health_result( 'center', 'recommended', __( 'Facts about your center are missing in the guide', 'failed-intervention-guide' ), sprintf( __( 'Families are offered no way to your center until these are filled in: %s.', 'failed-intervention-guide' ), implode( ', ', $labels ) ), true );
	}
	if ( ! may_name_center( $attributes ) ) {
		return health_result( 'center', 'recommended', __( 'The guide’s region allows no way to your center', 'failed-intervention-guide' ), __( 'It has no neutral place to look for others, and families are offered no way to a center without one. Pages of another region can say so themselves.', 'failed-intervention-guide' ), true );
	}
	return health_result( 'center', 'good', __( 'The guide knows all about your center', 'failed-intervention-guide' ), __( 'All six facts are filled in.', 'failed-intervention-guide' ) );
}

/**
 * Whether a region is set.
 *
 * @return array
 */
function health_region() {
	$attributes = settings()['attributes'];
	if ( isset( $attributes['region'] ) && is_region( $attributes['region'] ) ) {
		return health_result( 'region', 'good', __( 'The guide has a region', 'failed-intervention-guide' ), __( 'Families see its crisis lines.', 'failed-intervention-guide' ) );
	}
	return health_result( 'region', 'recommended', __( 'The guide has no region', 'failed-intervention-guide' ), __( 'Families see no crisis lines, only the advice to call their local emergency number, unless the page or they themselves choose a region.', 'failed-intervention-guide' ), true );
}

<?php
/**
 * What the tests share.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide\Tests;

use Failed_Intervention_Guide as Guide;

/** A test failed. */
class Failure extends \Exception {}

/** Strings that must do no harm wherever they are put in. */
const HOSTILE = array(
	'"><script>alert(1)</script>',
	"' onmouseover='alert(1)",
	'" onfocus="alert(1)" autofocus="',
	'javascript:alert(1)',
	"java\nscript:alert(1)",
	' https://x.example/"onload=alert(1)',
	'https:@evil.example',
	'https://user:secret@evil.example/',
	'https:\\\\evil.example',
	'//evil.example/x.js',
	'data:text/html;base64,PHNjcmlwdD4=',
	'&lt;script&gt;alert(1)&lt;/script&gt;',
	'&#x3C;img src=x onerror=alert(1)&#x3E;',
	'</failed-intervention-guide><img src=x onerror=alert(1)>',
	'</style><script>alert(1)</script>',
	'#fff;}</style><script>alert(1)</script>',
	"\x00\x01\x1f\x7f",
	"\xff\xfe not UTF-8",
	"\u{202E}gnp.exe",
	'[failed_intervention_guide]',
	'<!-- wp:html --><script>alert(1)</script><!-- /wp:html -->',
	'<?php echo 1; ?>',
	'{{constructor.constructor("alert(1)")()}}',
);

/** All facts about a center. */
const CENTER = array(
	'sponsor-name'            => 'Cedar Hollow Recovery Center, Inc.',
	'sponsor-phone'           => '555-0142',
	'sponsor-license'         => 'CH-0417 (Ohio)',
	'sponsor-paid-by'         => 'Cedar Hollow Recovery Center, Inc.',
	'sponsor-privacy-url'     => 'https://cedar-hollow.example/privacy',
	'sponsor-health-data-url' => 'https://cedar-hollow.example/health-data',
);

function set_up() {
	global $fig_made, $post, $wp_script_modules, $wp_styles, $wp_settings_errors;
	if ( ! $fig_made ) {
		$fig_made = array( 'posts' => array(), 'users' => array(), 'option' => get_option( Guide\OPTION ) );
	}
	$post               = null;
	$wp_settings_errors = array();
	delete_option( Guide\OPTION );
	wp_set_current_user( 0 );
	$wp_script_modules = null;
	$wp_styles         = null;
	wp_script_modules();
	Guide\register_assets();
}

function tear_down() {
	global $fig_made, $post;
	$post = null;
	wp_set_current_user( 0 );
	foreach ( $fig_made['posts'] as $id ) {
		wp_delete_post( $id, true );
	}
	foreach ( $fig_made['users'] as $id ) {
		wp_delete_user( $id );
	}
	delete_option( Guide\OPTION );
	if ( $fig_made['option'] ) {
		update_option( Guide\OPTION, $fig_made['option'] );
	}
	$fig_made = null;
	remove_all_filters( 'pre_determine_locale' );
	$_POST = array();
}

function check( $ok, $why ) {
	if ( ! $ok ) {
		throw new Failure( is_string( $why ) ? $why : json_encode( $why ) );
	}
}

function same( $expected, $found, $what = '' ) {
	check( $expected === $found, trim( "$what: expected " . var_export( $expected, true ) . ', found ' . var_export( $found, true ), ': ' ) );
}

function has( $part, $text ) {
	check( false !== strpos( $text, $part ), "missing “{$part}” in: $text" );
}

function has_not( $part, $text ) {
	check( false === stripos( $text, $part ), "there should be no “{$part}” in: $text" );
}

/** Sets what the site owner would save. */
function site( $attributes, $accent = '' ) {
	update_option( Guide\OPTION, array( 'attributes' => $attributes, 'accent' => $accent ) );
}

/** Signs somebody of a role in. */
function user( $role ) {
	global $fig_made;
	$id = wp_insert_user(
		array(
			'user_login' => "fig-$role-" . wp_generate_password( 8, false ),
			'user_pass'  => wp_generate_password(),
			'role'       => $role,
		)
	);
	check( ! is_wp_error( $id ), 'A user could not be made.' );
	$fig_made['users'][] = $id;
	wp_set_current_user( $id );
	kses_init(); // As WordPress does it when somebody signs in.
	return $id;
}

/** A post by whoever is signed in. */
function a_post( $content = '', $more = array() ) {
	global $fig_made, $post;
	$id = wp_insert_post( wp_slash( $more + array( 'post_content' => $content, 'post_title' => 'A post', 'post_status' => 'publish' ) ), true );
	check( ! is_wp_error( $id ), 'A post could not be made.' );
	$fig_made['posts'][] = $id;
	$post                = get_post( $id );
	return $id;
}

/** What a visitor gets of a text. */
function shown( $content ) {
	return apply_filters( 'the_content', $content );
}

/** A request to the REST API by whoever is signed in. */
function rest( $method, $path, $body = array() ) {
	$request = new \WP_REST_Request( $method, $path );
	foreach ( $body as $name => $value ) {
		$request->set_param( $name, $value );
	}
	return rest_do_request( $request );
}

/** Whether the page would load the script of the kit. */
function loads_script() {
	ob_start();
	wp_script_modules()->print_enqueued_script_modules();
	return false !== strpos( ob_get_clean(), 'kit/embed.js' );
}

/** Fails if a browser would find anything but our own elements and attributes, or a script, in the HTML. */
function harmless( $html, $tag = null ) {
	$page = new \WP_HTML_Tag_Processor( $html );
	while ( $page->next_tag() ) {
		$name = strtolower( $page->get_tag() );
		check( ! in_array( $name, array( 'script', 'img', 'iframe', 'style' ), true ), "<$name> got through: $html" );
		foreach ( $page->get_attribute_names_with_prefix( '' ) as $attribute ) {
			check( 0 !== strpos( $attribute, 'on' ), "$attribute got through: $html" );
			$value = $page->get_attribute( $attribute );
			if ( is_string( $value ) && preg_match( '/(?:url|target|src|href)$/', $attribute ) ) {
				check( (bool) preg_match( '#^(?:https://[^/@\s]+(?:/|$)|http://[^/@\s]+(?:/|$)|/(?!/)|\.{1,2}/|tel:|sms:)#', $value ), "$attribute=$value got through" );
			}
			if ( $tag && $name === $tag ) {
				check( in_array( $attribute, Guide\attributes_of( $tag ), true ), "$attribute got through: $html" );
			}
		}
	}
}

<?php
/**
 * Says to people who can edit a post what is wrong with it, on the page itself. Visitors see nothing of it.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide;

defined( 'ABSPATH' ) || exit;

/**
 * Whether the one who looks at the page could put it right.
 *
 * @return bool
 */
function sees_notices() {
	if ( ! is_user_logged_in() || is_feed() || is_admin() || is_in_rest() ) {
		return false;
	}
	$post_id = current_post_id();
	return $post_id ? current_user_can( 'edit_post', $post_id ) : current_user_can( 'edit_theme_options' );
}

add_filter( 'rest_request_before_callbacks', __NAMESPACE__ . '\enter_rest' );
add_filter( 'rest_request_after_callbacks', __NAMESPACE__ . '\leave_rest' );

/**
 * Whether what is made is the answer of the REST API, which a page can ask for on the server too.
 *
 * @param int $change Deeper (1), or back (-1).
 * @return bool
 */
function is_in_rest( $change = 0 ) {
	static $depth = 0;
	$depth = max( 0, $depth + $change );
	return $depth > 0 || wp_is_serving_rest_request();
}

/**
 * A request to the REST API begins.
 *
 * @param mixed $response Passed on.
 * @return mixed
 */
function enter_rest( $response ) {
	is_in_rest( 1 );
	return $response;
}

/**
 * A request to the REST API ends.
 *
 * @param mixed $response Passed on.
 * @return mixed
 */
function leave_rest( $response ) {
	is_in_rest( -1 );
	return $response;
}

/**
 * What is wrong with an element, and what to do.
 *
 * @param string                $tag        Tag name.
 * @param array<string, string> $given      Its own attributes, as someone wrote them.
 * @param array<string, string> $attributes The attributes that it gets.
 * @param bool                  $has_form   Whether there is a form for the center in it.
 * @return string[] Sentences, as text.
 */
function troubles( $tag, $given, $attributes, $has_form ) {
	$found = array();
	foreach ( $given as $name => $value ) {
		$value = is_scalar( $value ) ? clean_text( $value ) : '';
		if ( ! in_array( $name, attributes_of( $tag ), true ) ) {
			/* translators: 1: name of an attribute, 2: tag of an element. */
			$found[] = sprintf( __( '“%1$s” means nothing to %2$s, so it is left out. Check how it is written.', 'failed-intervention-guide' ), clean_text( $name ), $tag );
		} elseif ( '' !== $value && '' === clean_value( $name, $value ) ) {
			$found[] = value_trouble( $name, $value );
		}
	}
	$region = isset( $attributes['region'] ) ? $attributes['region'] : '';
	$codes  = implode( ', ', array_keys( facts()['regions'] ) );
	if ( '' === $region ) {
		/* translators: %s: list of codes, such as US, CA. */
		$found[] = sprintf( __( 'No region is set, so families see no crisis lines, only the advice to call their local emergency number. Choose one here, for this post, or under Settings. There are: %s.', 'failed-intervention-guide' ), $codes );
	} elseif ( ! is_region( $region ) && ! isset( $attributes['content-src'] ) ) {
		/* translators: 1: what someone wrote, 2: list of codes, such as US, CA. */
		$found[] = sprintf( __( 'There are no crisis lines for the region “%1$s”, so families see only the advice to call their local emergency number. Use one of: %2$s.', 'failed-intervention-guide' ), $region, $codes );
	}
	return array_merge( $found, lead_troubles( $tag, $attributes, $has_form ) );
}

/**
 * What is wrong with a value, and what to do.
 *
 * @param string $name  Name of an attribute.
 * @param string $value What someone wrote.
 * @return string
 */
function value_trouble( $name, $value ) {
	$facts = facts()['attributes'][ $name ];
	$shown = mb_substr( $value, 0, 80 );
	if ( 'one-of' === $facts['kind'] ) {
		/* translators: 1: name of an attribute, 2: what someone wrote, 3: list of values. */
		return sprintf( __( '“%1$s” cannot be “%2$s”, so it is left out. Use one of: %3$s.', 'failed-intervention-guide' ), $name, $shown, implode( ', ', $facts['values'] ) );
	}
	if ( 'text' === $facts['kind'] ) {
		/* translators: 1: name of an attribute, 2: what someone wrote. */
		return sprintf( __( '“%1$s” cannot be “%2$s”, so it is left out. Check how it is written.', 'failed-intervention-guide' ), $name, $shown );
	}
	/* translators: 1: name of an attribute, 2: what someone wrote. */
	return sprintf( __( '“%1$s” cannot be “%2$s”, so it is left out. Write the whole address, beginning with https://.', 'failed-intervention-guide' ), $name, $shown );
}

/**
 * Why no way to the center is offered although someone wants one.
 *
 * @param string                $tag        Tag name.
 * @param array<string, string> $attributes The attributes that it gets.
 * @param bool                  $has_form   Whether there is a form for the center in it.
 * @return string[] Sentences, as text.
 */
function lead_troubles( $tag, $attributes, $has_form ) {
	if ( ! in_array( 'lead', attributes_of( $tag ), true ) ) {
		/* translators: %s: tag of an element. */
		return $has_form ? array( sprintf( __( 'A form for your center has no place in %s, so families do not see it. Move it into the whole guide or into the contact element.', 'failed-intervention-guide' ), $tag ) ) : array();
	}
	$lead    = isset( $attributes['lead'] ) ? $attributes['lead'] : '';
	$is_lead = $has_form || 'offer' === $lead || isset( $attributes['lead-form'] ) || 'center-contact' === $tag;
	$missing = array_diff( SPONSOR_FACTS, array_keys( $attributes ) );
	if ( 'off' === $lead || ! ( $is_lead || count( $missing ) < count( SPONSOR_FACTS ) ) ) {
		return array();
	}
	$found = array();
	if ( $missing ) {
		$labels = array();
		foreach ( $missing as $name ) {
			$labels[] = fields()[ $name ]['label'];
		}
		/* translators: %s: list of fields, such as Office phone. */
		$found[] = sprintf( __( 'Families are offered no way to your center, as facts about it are missing: %s. Fill them in under Settings, for this post, or here.', 'failed-intervention-guide' ), implode( ', ', $labels ) );
	} elseif ( ! may_name_center( $attributes ) && ! isset( $attributes['content-src'] ) ) {
		/* translators: %s: list of codes, such as US. */
		$found[] = sprintf( __( 'Families are offered no way to your center, as the region has no neutral place to look for others. Regions that have one: %s.', 'failed-intervention-guide' ), implode( ', ', facts()['locators'] ) );
	}
	if ( ! $missing && 'center-contact' === $tag && ! $has_form && 'offer' !== $lead && ! isset( $attributes['lead-form'] ) && ! isset( $attributes['name'] ) ) {
		$found[] = __( 'Nothing says where requests of families go, so they are offered no way to your center. Put a form inside, or name one in “lead-form”.', 'failed-intervention-guide' );
	}
	return $found;
}

/**
 * A notice above an element, for people who can edit it. Others get nothing.
 *
 * @param string                $tag        Tag name.
 * @param array<string, string> $given      Its own attributes, as someone wrote them.
 * @param array<string, string> $attributes The attributes that it gets.
 * @param bool                  $has_form   Whether there is a form for the center in it.
 * @return string HTML.
 */
function notices_html( $tag, $given, $attributes, $has_form ) {
	if ( ! sees_notices() ) {
		return '';
	}
	$items = array_map( 'esc_html', troubles( $tag, $given, $attributes, $has_form ) );
	if ( ! $items ) {
		return '';
	}
	if ( current_user_can( 'manage_options' ) ) {
		$items[] = '<a href="' . esc_url( settings_url() ) . '">' . esc_html__( 'Settings of the guide', 'failed-intervention-guide' ) . '</a>';
	}
	return notice_html( '<ul><li>' . implode( '</li><li>', $items ) . '</li></ul>' );
}

/**
 * A box that says who sees it.
 *
 * @param string $inside HTML.
 * @param string $more   More classes.
 * @return string HTML.
 */
function notice_html( $inside, $more = '' ) {
	$intro = esc_html__( 'Failed Intervention Guide: only people who can edit this page see this note.', 'failed-intervention-guide' );
	wp_add_inline_style( SLUG, notice_css() );
	wp_enqueue_style( SLUG );
	return '<div class="fig-notice ' . esc_attr( $more ) . '" role="note"><p><strong>' . $intro . '</strong></p>' . $inside . '</div>';
}

/**
 * Looks of the notices, once a page.
 *
 * @return string CSS.
 */
function notice_css() {
	static $is_said = false;
	if ( $is_said ) {
		return '';
	}
	$is_said = true;
	// What is not defined seconds later was blocked. No script can say so, as scripts may be what is blocked.
	$blocked = 'fig-notice-blocked';
	$defined = implode( ',', preg_replace( '/$/', ":defined+.$blocked", tags() ) );
	return '.fig-notice{margin:1em 0;padding:.75em 1em;border:2px solid #8a6100;border-radius:4px;background:#fff8e1;color:#1d1d1d;font:14px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}'
		. '.fig-notice p,.fig-notice ul{margin:0 0 .5em}.fig-notice a{color:#0a4b78}'
		. ".$blocked{max-height:0;margin:0;padding:0;border:0;overflow:hidden;visibility:hidden;animation:fig-blocked 0s 10s forwards}"
		. '@keyframes fig-blocked{to{max-height:none;margin:1em 0;padding:.75em 1em;border:2px solid #8a6100;visibility:visible}}'
		. "$defined{display:none}";
}

/**
 * A note under an element that shows only if the script of the kit does not run.
 *
 * @return string HTML, nothing for visitors.
 */
function blocked_html() {
	if ( ! sees_notices() ) {
		return '';
	}
	$text = __( 'The script of the guide did not run here, so families see only these words. A plugin that delays or joins scripts, a content security policy, or your browser may block it. Look under Tools, Site Health.', 'failed-intervention-guide' );
	return notice_html( '<p>' . esc_html( $text ) . '</p>', 'fig-notice-blocked' );
}

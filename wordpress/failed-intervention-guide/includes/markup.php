<?php
/**
 * The HTML of an element: its attributes, its words until the script runs, and crisis lines.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide;

defined( 'ABSPATH' ) || exit;

/** Around a form for a center, so that it can be told from the words beside it. */
const FORM_START = '<!--fig-lead-form-->';
const FORM_END   = '<!--/fig-lead-form-->';

/**
 * The attributes that an element gets: its own, then those of the post, then those of the site.
 *
 * @param string                $tag     Tag name.
 * @param array<string, string> $given   Its own, clean or not.
 * @param int|null              $post_id Post that it stands in; the current one when null.
 * @return array<string, string>
 */
function element_attributes( $tag, $given, $post_id = null ) {
	$names = attributes_of( $tag );
	$own   = clean_attributes( $given, $names );
	$post  = post_settings( null === $post_id ? current_post_id() : $post_id );
	$found = $own + $post + settings()['attributes'];
	$order = array();
	foreach ( $names as $name ) {
		if ( isset( $found[ $name ] ) ) {
			$order[ $name ] = $found[ $name ];
		}
	}
	return $order;
}

/**
 * An element, whole.
 *
 * @param string                $tag   Tag name.
 * @param array<string, string> $given Its attributes, as someone wrote them.
 * @param string                $inner What stands inside, as HTML that was filtered for the one who wrote it.
 * @return string
 */
function element_html( $tag, $given, $inner = '' ) {
	$attributes            = element_attributes( $tag, $given );
	list( $words, $forms ) = split_forms( $inner );
	$inside                = words_html( $tag, $attributes, $words );
	if ( is_feed() ) {
		return "<div>$inside</div>"; // No script runs there, and nobody can send a form.
	}
	use_kit();
	$opening = "<$tag";
	foreach ( $attributes as $name => $value ) {
		$opening .= ' ' . $name . '="' . attribute_html( $value ) . '"';
	}
	$opening .= '>';
	was_printed( $opening, true );
	return notices_html( $tag, $given, $attributes, '' !== $forms ) . "$opening$inside$forms</$tag>" . blocked_html();
}

/**
 * Remembers which opening tags we made, as others are completed later.
 *
 * @param string $opening An opening tag.
 * @param bool   $is_ours Whether we make it now.
 * @return bool Whether we made it.
 */
function was_printed( $opening, $is_ours = false ) {
	static $printed = array();
	if ( $is_ours ) {
		$printed[ $opening ] = true;
	}
	return isset( $printed[ $opening ] );
}

/**
 * The post that is being shown. A widget beside a list of posts belongs to none of them.
 *
 * @return int 0 when there is none.
 */
function current_post_id() {
	$is_widget = doing_filter( 'widget_text' ) || doing_filter( 'widget_text_content' )
		|| doing_filter( 'widget_custom_html_content' ) || doing_filter( 'widget_block_content' );
	return $is_widget && ! is_singular() ? 0 : (int) get_the_ID();
}

/**
 * A form for the center, to stand inside an element.
 *
 * @param string $inner HTML of the form.
 * @return string
 */
function form_html( $inner ) {
	if ( '' === trim( $inner ) || is_feed() ) {
		return '';
	}
	return FORM_START . '<div slot="lead-form">' . $inner . '</div>' . FORM_END;
}

/**
 * Takes what stands inside an element apart.
 *
 * @param string $inner HTML.
 * @return string[] The words, and the forms.
 */
function split_forms( $inner ) {
	$forms = '';
	$parts = explode( FORM_START, $inner );
	$words = array_shift( $parts );
	foreach ( $parts as $part ) {
		$form_and_rest = explode( FORM_END, $part, 2 );
		$forms        .= $form_and_rest[0];
		$words        .= isset( $form_and_rest[1] ) ? $form_and_rest[1] : '';
	}
	return array( trim( $words ), $forms );
}

/**
 * What a visitor reads until the script runs, or if it never does: the author's words, or ours, and crisis lines.
 *
 * @param string                $tag        Tag name.
 * @param array<string, string> $attributes Its attributes.
 * @param string                $words      The author's words, as HTML.
 * @return string HTML, never empty.
 */
function words_html( $tag, $attributes, $words = '' ) {
	return ( has_words( $words ) ? $words : '' ) . missing_words( $tag, $attributes, $words );
}

/**
 * What the author's words lack: our own words if there are none, and crisis lines if they are not among them.
 *
 * @param string                $tag        Tag name.
 * @param array<string, string> $attributes Its attributes.
 * @param string                $words      The author's words, as HTML.
 * @return string HTML to add to them.
 */
function missing_words( $tag, $attributes, $words ) {
	$fallback = fallback( isset( $attributes['locale'] ) ? $attributes['locale'] : determine_locale() );
	$region   = isset( $attributes['region'] ) ? region_code( $attributes['region'] ) : '';
	$lines    = $fallback['crisis'][ is_region( $region ) ? $region : '' ];
	$html     = has_words( $words ) ? '' : fallback_html( $tag, $attributes, $fallback );
	if ( has_line( $words, $lines[0] ) ) {
		return $html;
	}
	foreach ( $lines as $line ) {
		$html .= '<p>' . line_html( $line ) . '</p>';
	}
	return $html;
}

/**
 * Whether there is something to see in HTML.
 *
 * @param string $html HTML.
 * @return bool
 */
function has_words( $html ) {
	$text = html_entity_decode( wp_strip_all_tags( $html ), ENT_QUOTES | ENT_HTML5, 'UTF-8' );
	return preg_match( '/[^\s\p{Z}\p{C}]/u', $text ) || preg_match( '/<(?:img|video|audio|iframe|form)\b/i', $html );
}

/**
 * Our own words for an element.
 *
 * @param string                $tag        Tag name.
 * @param array<string, string> $attributes Its attributes.
 * @param array                 $fallback   Words in its language.
 * @return string HTML.
 */
function fallback_html( $tag, $attributes, $fallback ) {
	$words = $fallback['elements'][ $tag ];
	$texts = array_merge( array( $words['title'] ), $words['words'] );
	$fill  = array();
	if ( 'center-contact' === $tag ) {
		if ( ! may_name_center( $attributes ) ) {
			return '';
		}
		$fill = array(
			'{center}' => $attributes['sponsor-name'],
			'{number}' => $attributes['sponsor-phone'],
		);
	}
	$texts = array_map(
		static function ( $text ) use ( $fill ) {
			return esc_html( str_replace( '&', '&amp;', strtr( $text, $fill ) ) );
		},
		$texts
	);
	$level = isset( $attributes['heading-level'] ) ? $attributes['heading-level'] : '2';
	$html  = "<h$level>" . array_shift( $texts ) . "</h$level>";
	return $html . ( $texts ? '<p>' . implode( '</p><p>', $texts ) . '</p>' : '' );
}

/**
 * Whether a center may be named as one to turn to: all facts about it are there, and a neutral place to look for others.
 *
 * @param array<string, string> $attributes Attributes of an element.
 * @return bool
 */
function may_name_center( $attributes ) {
	$region = isset( $attributes['region'] ) ? region_code( $attributes['region'] ) : '';
	return ! array_diff( SPONSOR_FACTS, array_keys( $attributes ) ) && in_array( $region, facts()['locators'], true );
}

/**
 * Whether words have a crisis line already: its first link, or for a line without one its text.
 *
 * @param string $words HTML.
 * @param array  $line  Texts, and links with "text" and "href".
 * @return bool
 */
function has_line( $words, $line ) {
	foreach ( $line as $piece ) {
		if ( is_array( $piece ) ) {
			return (bool) preg_match( '#\shref=["\']?' . preg_quote( $piece['href'], '#' ) . '(?![\w-])#i', $words );
		}
	}
	return false !== strpos( $words, esc_html( $line[0] ) );
}

/**
 * A crisis line: text and links.
 *
 * @param array $line Texts, and links with "text" and "href".
 * @return string HTML.
 */
function line_html( $line ) {
	$html = '';
	foreach ( $line as $piece ) {
		$html .= is_array( $piece )
			? '<a href="' . esc_url( $piece['href'], array( 'tel', 'sms', 'https' ) ) . '">' . esc_html( $piece['text'] ) . '</a>'
			: esc_html( $piece );
	}
	return $html;
}

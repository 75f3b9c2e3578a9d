<?php
/**
 * Finds our markup in what a page shows: shortcodes, elements as people type them, and the div form.
 *
 * WordPress makes paragraphs of lines. A `<p>` around an element makes the browser close the element early. So what is
 * ours is taken out before that, with an empty div in its place, and put back after it.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide;

defined( 'ABSPATH' ) || exit;

foreach ( array( 'the_content', 'widget_text_content', 'widget_block_content' ) as $fig_hook ) {
	add_filter( $fig_hook, __NAMESPACE__ . '\hold_markup', 9 ); // After do_blocks, before wptexturize and wpautop.
	add_filter( $fig_hook, __NAMESPACE__ . '\restore_markup', 12 ); // After do_shortcode.
	add_filter( $fig_hook, __NAMESPACE__ . '\complete_markup', 20 );
}
foreach ( array( 'widget_text', 'widget_custom_html_content', 'render_block_core/html' ) as $fig_hook ) {
	add_filter( $fig_hook, __NAMESPACE__ . '\complete_markup', 20 );
}
unset( $fig_hook );

/** Attributes of a tag in HTML, as a part of a pattern. */
const IN_TAG = '(?:"[^"]*"|\'[^\']*\'|[^<>"\'])*+';

/**
 * What was taken out, and under which names: one list for each text that is being filtered, as one can hold another.
 *
 * @return Held_Markup
 */
function held() {
	static $held = null;
	if ( null === $held ) {
		require_once __DIR__ . '/class-held-markup.php';
		$held = new Held_Markup();
	}
	return $held;
}

/**
 * Takes our markup out of a text.
 *
 * @param string $html Text of a post or a widget.
 * @return string
 */
function hold_markup( $html ) {
	held()->open();
	return hold_in( (string) $html, false !== has_filter( current_filter(), 'wpautop' ) );
}

/**
 * Puts a place holder where a shortcode of ours is, or an element that someone typed.
 *
 * @param string $html     HTML with shortcodes.
 * @param bool   $elements Whether to take out elements too: where paragraphs are made of lines.
 * @return string
 */
function hold_in( $html, $elements ) {
	if ( false !== strpos( $html, '[' ) ) {
		$html = replaced(
			'/' . get_shortcode_regex( shortcodes() ) . '/',
			$html,
			static function ( $found, $before ) {
				// Written with two brackets to show it, or inside a tag.
				$is_shown = '[' === $found[1] && ']' === $found[6];
				if ( $is_shown || preg_match( '#<[a-z!/][^<>]*$#i', $before ) ) {
					return $found[0];
				}
				$attributes = shortcode_parse_atts( $found[3] );
				return $found[1] . held()->add( 'shortcode', $found[2], $attributes, $found[5] ) . $found[6];
			}
		);
	}
	if ( $elements && mentions_tags( $html ) ) {
		$html = replaced(
			'#<(' . implode( '|', tags() ) . ')(?=[\s>/])(' . IN_TAG . ')>(.*?)</\1\s*>#is',
			$html,
			static function ( $found ) {
				return held()->add( 'element', strtolower( $found[1] ), $found[2], $found[3] );
			}
		);
	}
	return $html;
}

/**
 * Puts our markup back, outside of paragraphs.
 *
 * @param string $html Text of a post or a widget.
 * @return string
 */
function restore_markup( $html ) {
	return restore_in( (string) $html, held()->close() );
}

/**
 * Puts what was taken out in the place of its place holders. Should another plugin have removed one, it comes last.
 *
 * @param string  $html  HTML.
 * @param array[] $items What was taken out, by place holder.
 * @return string
 */
function restore_in( $html, $items ) {
	foreach ( $items as $place => $item ) {
		$ours = held_html( $item );
		if ( false === strpos( $html, $place ) ) {
			$html .= $ours;
			continue;
		}
		$quoted = preg_quote( $place, '#' );
		$inside = '((?:(?!</?p[\s>]).)*?)';
		$html   = replaced(
			"#<p(?:\\s[^<>]*)?>$inside$quoted$inside</p>#is",
			$html,
			static function ( $found ) use ( $place ) {
				return part_of_paragraph( $found[1] ) . $place . part_of_paragraph( $found[2] );
			}
		);
		$html   = str_replace( $place, $ours, $html );
	}
	return $html;
}

/**
 * What stands before or after an element in a paragraph, as a paragraph of its own.
 *
 * @param string $html HTML.
 * @return string
 */
function part_of_paragraph( $html ) {
	if ( ! has_words( $html ) && false === strpos( $html, '<div class="fig-held-' ) ) {
		return '';
	}
	$html = preg_replace( '#^(?:\s|<br\s*/?>)+|(?:\s|<br\s*/?>)+$#i', '', $html );
	return force_balance_tags( "<p>$html</p>" );
}

/**
 * The HTML of something that was taken out.
 *
 * @param array $item Kind, name, attributes, and what stands inside.
 * @return string
 */
function held_html( $item ) {
	list( $kind, $name, $attributes, $inner ) = $item;
	if ( 'shortcode' === $kind ) {
		return FORM_SHORTCODE === $name
			? render_form_shortcode( $attributes, $inner )
			: render_shortcode( $attributes, $inner, $name );
	}
	$inner = preg_match( '/\n\s*\n/', trim( $inner ) ) ? enclosed_html( $inner ) : do_shortcode( trim( $inner ) );
	return '<' . $name . rtrim( $attributes ) . '>' . $inner . "</$name>";
}

/**
 * Completes what people typed: attributes of the post and of the site, words where there are none, and the script.
 *
 * @param string $html Text of a post or a widget.
 * @return string
 */
function complete_markup( $html ) {
	$html = (string) $html;
	if ( ! mentions_tags( $html ) ) {
		return $html;
	}
	$tags    = implode( '|', tags() );
	$notices = '';
	$skipped = '<(script|style|textarea)\b.*?</\1\s*>|<!--.*?-->';
	$empty   = '(?:(\s*)(</(?:\2)\s*>))?';
	$html    = replaced(
		"#$skipped|<(div|$tags)(?=[\\s>/])" . IN_TAG . ">$empty#is",
		$html,
		static function ( $found ) use ( &$notices ) {
			return '' !== $found[2] ? complete_element( $found, $notices ) : $found[0];
		}
	);
	return $notices . $html;
}

/**
 * Completes one element, or a div that stands for one.
 *
 * @param string[] $found   What was found: all of it, its name as the third, and its end if nothing stands inside.
 * @param string   $notices What to tell people who can edit it.
 * @return string
 */
function complete_element( $found, &$notices ) {
	$is_empty = '' !== $found[4];
	$opening  = $is_empty ? substr( $found[0], 0, -strlen( $found[3] . $found[4] ) ) : $found[0];
	if ( was_printed( $opening ) ) {
		return $found[0]; // A block or a shortcode of ours made it.
	}
	$is_div = 'div' === strtolower( $found[2] );
	$markup = new \WP_HTML_Tag_Processor( $opening );
	$markup->next_tag();
	$tag = $is_div ? tag_of_classes( (string) $markup->get_attribute( 'class' ) ) : strtolower( $found[2] );
	if ( '' === $tag ) {
		return $found[0];
	}
	$prefix = $is_div ? 'data-' : '';
	$given  = array();
	foreach ( attributes_of( $tag ) as $name ) {
		$value = $markup->get_attribute( $prefix . $name );
		if ( null !== $value ) {
			$given[ $name ] = true === $value ? '' : $value;
		}
	}
	$attributes = element_attributes( $tag, $given );
	$notices   .= notices_html( $tag, $given, $attributes, false );
	foreach ( attributes_of( $tag ) as $name ) {
		if ( ! isset( $attributes[ $name ] ) ) {
			$markup->remove_attribute( $prefix . $name );
		} elseif ( ! isset( $given[ $name ] ) || $given[ $name ] !== $attributes[ $name ] ) {
			$markup->set_attribute( $prefix . $name, $attributes[ $name ] );
		}
	}
	use_kit();
	$inside = $is_empty ? words_html( $tag, $attributes ) . $found[4] : '';
	return $markup->get_updated_html() . $inside;
}

/**
 * The element that a div stands for.
 *
 * @param string $classes Its class attribute.
 * @return string Tag name; nothing when it stands for none.
 */
function tag_of_classes( $classes ) {
	$found = array_intersect( tags(), preg_split( '/\s+/', $classes ) );
	return (string) reset( $found );
}

/**
 * Whether a text can have something of ours in it.
 *
 * @param string $html HTML.
 * @return bool
 */
function mentions_tags( $html ) {
	return (bool) preg_match( '#[<"\'\s](?:' . implode( '|', tags() ) . ')[\s"\'>/]#i', $html );
}

/**
 * Replaces what fits a pattern. A text that is too much for PHP's patterns stays as it is.
 *
 * @param string   $pattern Pattern.
 * @param string   $text    Text.
 * @param callable $made    Gets what was found with its parts, '' for one that was not, and the text before it.
 * @return string
 */
function replaced( $pattern, $text, $made ) {
	if ( ! preg_match_all( $pattern, $text, $all, PREG_SET_ORDER | PREG_OFFSET_CAPTURE ) ) {
		return $text;
	}
	$result = '';
	$at     = 0;
	foreach ( $all as $found ) {
		$parts   = array_column( $found, 0 ) + array_fill( 0, 7, '' );
		$before  = substr( $text, 0, $found[0][1] );
		$result .= substr( $text, $at, $found[0][1] - $at );
		$result .= $made( $parts, $before );
		$at      = $found[0][1] + strlen( $found[0][0] );
	}
	return $result . substr( $text, $at );
}

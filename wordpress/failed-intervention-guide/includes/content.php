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
 * Completes what people typed: attributes of the post and of the site, words where there are none, crisis lines, and the
 * script.
 *
 * @param string $html Text of a post or a widget.
 * @return string
 */
function complete_markup( $html ) {
	$html = (string) $html;
	if ( ! mentions_tags( $html ) ) {
		return $html;
	}
	$skipped = '<(script|style|textarea)\b.*?</\1\s*>|<!--.*?-->';
	$pattern = "#$skipped|<(div|" . implode( '|', tags() ) . ')(?=[\s>/])' . IN_TAG . '>#is';
	if ( ! preg_match_all( $pattern, $html, $all, PREG_SET_ORDER | PREG_OFFSET_CAPTURE ) ) {
		return $html;
	}
	$notices = '';
	$edits   = array();
	$around  = 0; // Where the element ends that stands around what is looked at.
	foreach ( $all as $found ) {
		$element = isset( $found[2] ) ? typed_element( $found[0][0], strtolower( $found[2][0] ) ) : null;
		if ( ! $element ) {
			continue;
		}
		list( $tag, $given, $attributes, $opening ) = $element;

		$start   = $found[0][1];
		$inner   = $start + strlen( $found[0][0] );
		$end     = end_of( $html, $found[2][0], $inner );
		$is_ours = was_printed( $found[0][0] );
		$edits[] = array( $start, $inner - $start, $opening );
		if ( ! $is_ours ) {
			$notices .= notices_html( $tag, $given, $attributes, false );
		}
		$words = $end < 0 ? '' : substr( $html, $inner, $end - $inner );
		if ( $end >= 0 && ( $start >= $around || ! has_words( $words ) ) ) {
			$edits[] = array( $end, 0, missing_words( $tag, $attributes, $words ) );
		}
		$around = max( $around, $end );
		use_kit();
	}
	usort(
		$edits,
		static function ( $one, $other ) {
			return $other[0] <=> $one[0];
		}
	);
	foreach ( $edits as $edit ) {
		$html = substr_replace( $html, $edit[2], $edit[0], $edit[1] );
	}
	return $notices . $html;
}

/**
 * An element that someone typed, or a div that stands for one.
 *
 * @param string $opening Its opening tag.
 * @param string $name    Name of the tag.
 * @return array|null Tag of the element, its own attributes, those that it gets, and its opening tag with them.
 */
function typed_element( $opening, $name ) {
	$markup = new \WP_HTML_Tag_Processor( $opening );
	$markup->next_tag();
	$is_div = 'div' === $name;
	$tag    = $is_div ? tag_of_classes( (string) $markup->get_attribute( 'class' ) ) : $name;
	if ( '' === $tag ) {
		return null;
	}
	$prefix = $is_div ? 'data-' : '';
	$given  = array();
	foreach ( attributes_of( $tag ) as $attribute ) {
		$value = $markup->get_attribute( $prefix . $attribute );
		if ( null !== $value ) {
			$given[ $attribute ] = true === $value ? '' : $value;
		}
	}
	$attributes = element_attributes( $tag, $given );
	foreach ( attributes_of( $tag ) as $attribute ) {
		if ( ! isset( $attributes[ $attribute ] ) ) {
			$markup->remove_attribute( $prefix . $attribute );
		} elseif ( ! isset( $given[ $attribute ] ) || $given[ $attribute ] !== $attributes[ $attribute ] ) {
			$markup->set_attribute( $prefix . $attribute, $attributes[ $attribute ] );
		}
	}
	return array( $tag, $given, $attributes, $markup->get_updated_html() );
}

/**
 * Where an element ends.
 *
 * @param string $html HTML.
 * @param string $name Name of its tag.
 * @param int    $from Where it begins, after its opening tag.
 * @return int Place of its end tag; -1 when there is none.
 */
function end_of( $html, $name, $from ) {
	$depth = 1;
	preg_match_all( "#<(/?)$name(?=[\\s>/])" . IN_TAG . '>#i', $html, $all, PREG_SET_ORDER | PREG_OFFSET_CAPTURE, $from );
	foreach ( $all as $found ) {
		$depth += '/' === $found[1][0] ? -1 : 1;
		if ( 0 === $depth ) {
			return $found[0][1];
		}
	}
	return -1;
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

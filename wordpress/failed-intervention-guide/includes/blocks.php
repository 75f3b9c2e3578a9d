<?php
/**
 * Blocks. Each folder in blocks/ is one; what is in it is made by the build. They are rendered here.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide;

defined( 'ABSPATH' ) || exit;

add_action( 'init', __NAMESPACE__ . '\register_blocks' );
add_filter( 'block_categories_all', __NAMESPACE__ . '\add_block_category' );

/**
 * Registers all blocks.
 */
function register_blocks() {
	$files = glob( PLUGIN_DIR . '/blocks/*/block.json' );
	foreach ( $files ? $files : array() as $file ) {
		$slug = basename( dirname( $file ) );
		register_block_type(
			dirname( $file ),
			array(
				'render_callback' => 'lead-form' === $slug
					? __NAMESPACE__ . '\render_form_block'
					: static function ( $attributes, $content ) use ( $slug ) {
						return render_block( $slug, $attributes, $content );
					},
			)
		);
	}
}

/**
 * Renders the block of an element.
 *
 * @param string $slug       The block's name after "failed-intervention-guide/".
 * @param array  $attributes Attributes of the block.
 * @param string $content    Its inner blocks, rendered.
 * @return string HTML.
 */
function render_block( $slug, $attributes, $content ) {
	foreach ( facts()['elements'] as $tag => $element ) {
		if ( $element['block'] === $slug ) {
			$html    = element_html( $tag, named_attributes( $attributes ), $content );
			$anchor  = isset( $attributes['anchor'] ) ? clean_text( $attributes['anchor'] ) : '';
			$wrapper = get_block_wrapper_attributes( '' === $anchor ? array() : array( 'id' => $anchor ) );
			return "<div $wrapper>$html</div>";
		}
	}
	return '';
}

/**
 * Renders the block around a form for the center.
 *
 * @param array  $attributes Attributes of the block; it has none.
 * @param string $content    Its inner blocks, rendered.
 * @return string HTML.
 */
function render_form_block( $attributes, $content ) {
	return form_html( $content );
}

/**
 * Attributes of a block, "headingLevel", by the names that elements have for them, "heading-level".
 *
 * @param array $attributes Attributes of a block.
 * @return array<string, string>
 */
function named_attributes( $attributes ) {
	$named = array();
	foreach ( facts()['attributes'] as $name => $attribute ) {
		if ( isset( $attributes[ $attribute['prop'] ] ) ) {
			$value = $attributes[ $attribute['prop'] ];
			// What an author saves went through kses, which writes & as an entity.
			$named[ $name ] = is_string( $value ) ? html_entity_decode( $value, ENT_QUOTES | ENT_HTML5, 'UTF-8' ) : $value;
		}
	}
	return $named;
}

/**
 * A category of our own in the inserter, so that all our blocks stand together.
 *
 * @param array[] $categories Categories.
 * @return array[]
 */
function add_block_category( $categories ) {
	$categories[] = array(
		'slug'  => SLUG,
		'title' => __( 'Failed Intervention Guide', 'failed-intervention-guide' ),
	);
	return $categories;
}

<?php
/**
 * What each role can save.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide\Tests;

use Failed_Intervention_Guide as Guide;

const ROLES = array( 'administrator', 'editor', 'author', 'contributor' );

return array(
	'every role keeps every element with every attribute, in a post and over REST' => function () {
		foreach ( ROLES as $role ) {
			user( $role );
			foreach ( Guide\tags() as $tag ) {
				$html = "<$tag";
				foreach ( Guide\attributes_of( $tag ) as $name ) {
					$facts = Guide\facts()['attributes'][ $name ];
					$html .= ' ' . $name . '="' . ( $facts['values'] ? end( $facts['values'] ) : ( 'text' === $facts['kind'] ? 'words' : 'https://a.example/x' ) ) . '"';
				}
				$html .= '>In danger now? <a href="tel:911">Call 911</a>.<div slot="lead-form">[contact-form-7 id="1"]</div></' . $tag . '>';
				$id    = a_post( $html, array( 'post_status' => 'draft' ) );
				same( $html, get_post( $id )->post_content, "$role, $tag" );
				$answer = rest( 'POST', "/wp/v2/posts/$id", array( 'content' => "$html " ) );
				same( 200, $answer->get_status(), "$role over REST" );
				same( $html, trim( get_post( $id )->post_content ), "$role over REST, $tag" );
			}
		}
	},
	'authors keep the div form, its slot, the block and the shortcode' => function () {
		foreach ( array( 'author', 'contributor' ) as $role ) {
			user( $role );
			foreach ( array(
				'<div class="failed-intervention-guide" data-region="US" data-heading-level="3">words <div data-slot="lead-form">x</div></div>',
				'[failed_intervention_guide region="US"]words[/failed_intervention_guide]',
				'<!-- wp:failed-intervention-guide/guide {"region":"US"} --><!-- wp:paragraph --><p>words</p><!-- /wp:paragraph --><!-- /wp:failed-intervention-guide/guide -->',
			) as $html ) {
				same( $html, get_post( a_post( $html, array( 'post_status' => 'draft' ) ) )->post_content, $role );
			}
		}
	},
	'the block of an author shows a setting as it was entered, whoever saved it' => function () {
		foreach ( ROLES as $role ) {
			user( $role );
			$id = a_post( '<!-- wp:failed-intervention-guide/guide {"region":"US","leaveTarget":"https://a.example/?a=1\\u0026b=2","sponsorName":"Bay \\u0026 \\u0022Sons\\u0022"} /-->', array( 'post_status' => 'draft' ) );
			$page = new \WP_HTML_Tag_Processor( shown( get_post( $id )->post_content ) );
			$page->next_tag( 'failed-intervention-guide' );
			same( 'https://a.example/?a=1&b=2', $page->get_attribute( 'leave-target' ), $role );
			same( 'Bay & "Sons"', $page->get_attribute( 'sponsor-name' ), $role );
		}
	},
	'authors get no script, no event handler, no form and no bad address through' => function () {
		user( 'author' );
		$id   = a_post( '<failed-intervention-guide onclick="alert(1)" theme="purple" leave-target="javascript:alert(1)" style="--fig-accent:#123456" bogus="1"><form><input name="a"></form><script>alert(1)</script></failed-intervention-guide><div class="crisis-help-bar" data-leave-target="javascript:alert(1)" data-content-src="data:x,y" slot="evil">x</div>' );
		$html = get_post( $id )->post_content;
		foreach ( array( 'onclick', 'purple', 'javascript:', 'data:', '<form', '<input', '<script', 'bogus', 'evil"' ) as $bad ) {
			has_not( $bad, $html );
		}
		has( '<failed-intervention-guide', $html );
		harmless( shown( $html ) );
	},
	'comments and other texts take none of our tags' => function () {
		has_not( '<failed-intervention-guide', wp_kses_data( '<failed-intervention-guide>x</failed-intervention-guide>' ) );
		has_not( '<crisis-help-bar', wp_kses( '<crisis-help-bar>x</crisis-help-bar>', 'pre_comment_content' ) );
	},
);

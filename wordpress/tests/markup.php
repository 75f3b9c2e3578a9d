<?php
/**
 * What a page shows.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide\Tests;

use Failed_Intervention_Guide as Guide;

/** The element that stands alone in a text. */
function the_element( $html, $tag ) {
	check( 1 === preg_match( "#^\s*(<$tag\b.*</$tag>)\s*$#s", $html, $found ), "not just <$tag>: $html" );
	return $found[1];
}

return array(
	'own attribute, then the post, then the site' => function () {
		site( array( 'region' => 'US', 'theme' => 'dark', 'locale' => 'es', 'sponsor-name' => 'Site' ) );
		user( 'editor' );
		$id = a_post();
		update_post_meta( $id, Guide\META_KEY, array( 'theme' => 'light', 'locale' => 'en' ) );
		has( '<crisis-help-bar locale="en" region="CA" theme="light" sponsor-name="Site">', shown( '[crisis_help_bar region="CA"]' ) );
		has( 'data-theme="light"', shown( '<div class="crisis-help-bar" data-region="CA">x</div>' ) );
		has( 'data-region="CA"', shown( '<div class="crisis-help-bar" data-region="CA">x</div>' ) );
		has( 'region="US"', shown( '<crisis-help-bar theme="auto">x</crisis-help-bar>' ) );
		has( 'theme="auto"', shown( '<crisis-help-bar theme="auto">x</crisis-help-bar>' ) );
		has( 'region="UK"', do_blocks( '<!-- wp:failed-intervention-guide/crisis-help-bar {"region":"UK"} /-->' ) );
	},
	'an element gets no setting that it does not take' => function () {
		user( 'editor' );
		a_post();
		has_not( 'lead-form=', shown( '[crisis_help_bar lead_form="#x" entry="topics" bogus="1" onclick="x"]' ) );
		has_not( 'entry=', shown( '[crisis_help_bar entry="topics"]' ) );
		harmless( shown( '[crisis_help_bar onclick="x"]' ), 'crisis-help-bar' );
	},
	'a block takes width and anchor, and stays empty of nothing' => function () {
		$html = do_blocks( '<!-- wp:failed-intervention-guide/guide {"region":"US","headingLevel":"3","align":"wide","anchor":"help","className":"mine"} /-->' );
		has( '<failed-intervention-guide region="US" heading-level="3">', $html );
		foreach ( array( 'alignwide', 'id="help"', 'mine', 'wp-block-failed-intervention-guide-guide' ) as $part ) {
			has( $part, $html );
		}
		has( '<h3>', $html );
		has( 'href="tel:911"', $html );
	},
	'every element has words and the lines of each region, in both languages; an unknown region has no number' => function () {
		foreach ( Guide\tags() as $tag ) {
			foreach ( array( 'en', 'es' ) as $locale ) {
				foreach ( array( 'US' => 'tel:911', 'CA' => 'tel:911', 'UK' => 'tel:999', 'AU' => 'tel:000', 'gb' => 'tel:999' ) as $region => $link ) {
					has( "href=\"$link\"", Guide\element_html( $tag, compact( 'locale', 'region' ) ) );
				}
				foreach ( array( '', 'XX', 'France' ) as $region ) {
					$html = Guide\element_html( $tag, compact( 'locale', 'region' ) );
					has( 'en' === $locale ? 'Call your local emergency number' : 'Llame al número local de emergencias', $html );
					has_not( 'tel:', $html );
				}
				if ( 'center-contact' !== $tag ) {
					has( esc_html( Guide\fallback( $locale )['elements'][ $tag ]['title'] ), Guide\element_html( $tag, compact( 'locale' ) ) );
				}
			}
		}
	},
	'an unknown region stays unknown: the one of the site does not take its place' => function () {
		site( array( 'region' => 'US' ) );
		$html = do_shortcode( '[crisis_help_bar region="FR"]' );
		has( 'region="FR"', $html );
		has_not( 'tel:', $html );
	},
	'a center is named only when all facts are there, and a neutral place to look for others' => function () {
		has( 'Cedar Hollow', wp_strip_all_tags( Guide\element_html( 'center-contact', CENTER + array( 'region' => 'US' ) ) ) );
		has_not( 'Cedar Hollow', wp_strip_all_tags( Guide\element_html( 'center-contact', CENTER + array( 'region' => 'CA' ) ) ) );
		has_not( 'Cedar Hollow', wp_strip_all_tags( Guide\element_html( 'center-contact', array_slice( CENTER, 0, 5 ) + array( 'region' => 'US' ) ) ) );
		has_not( '{', wp_strip_all_tags( Guide\element_html( 'center-contact', array() ) ) );
	},
	'the words of the author stand first, and crisis lines are added unless they are there' => function () {
		has( 'words<p>911 emergency', str_replace( "\n", '', Guide\element_html( 'crisis-help-bar', array( 'region' => 'US' ), 'words' ) ) );
		$html = Guide\element_html( 'crisis-help-bar', array( 'region' => 'US' ), '<a href="tel:911">Call 911</a>' );
		same( 1, substr_count( $html, 'tel:' ), 'no second time' );
		has( '911 emergency', Guide\element_html( 'crisis-help-bar', array( 'region' => 'US' ), '<a href="tel:9115550100">us</a>' ) );
		has( Guide\fallback( 'en' )['elements']['crisis-help-bar']['title'], Guide\element_html( 'crisis-help-bar', array(), '<p>&nbsp;</p>' ) );
	},
	'shortcodes leave their paragraph, whatever stands around and inside' => function () {
		a_post();
		the_element( shown( '[next_steps_wizard region="US"]' ), 'next-steps-wizard' );
		the_element( shown( "[next_steps_wizard region=\"US\"]One\n\nTwo <em>three</em>[/next_steps_wizard]" ), 'next-steps-wizard' );
		the_element( shown( "<!-- wp:shortcode -->\n[next_steps_wizard]One\n\nTwo[/next_steps_wizard]\n<!-- /wp:shortcode -->" ), 'next-steps-wizard' );
		the_element( shown( '<!-- wp:paragraph --><p>[next_steps_wizard region="US"]</p><!-- /wp:paragraph -->' ), 'next-steps-wizard' );
		the_element( shown( "<!-- wp:paragraph --><p>[next_steps_wizard]</p><!-- /wp:paragraph -->\n<!-- wp:paragraph --><p>words</p><!-- /wp:paragraph -->\n<!-- wp:paragraph --><p>[/next_steps_wizard]</p><!-- /wp:paragraph -->" ), 'next-steps-wizard' );
		$html = shown( 'Before [crisis_help_bar] after' );
		check( (bool) preg_match( '#^\s*<p>Before\s*</p>\s*<crisis-help-bar>.*</crisis-help-bar>\s*<p>\s*after</p>\s*$#s', $html ), $html );
	},
	'elements as people type them leave their paragraph too' => function () {
		a_post();
		the_element( shown( '<failed-intervention-guide region="US">words</failed-intervention-guide>' ), 'failed-intervention-guide' );
		$html = the_element( shown( "<failed-intervention-guide region=\"US\">\n\n<h2>Title</h2>\n\nOne\n\nTwo\n\n</failed-intervention-guide>" ), 'failed-intervention-guide' );
		has( '<h2>Title</h2>', $html );
		has( '<p>Two</p>', $html );
		has( 'tel:911', $html );
	},
	'empty elements and divs get words, wherever they stand' => function () {
		a_post();
		foreach ( array( '<crisis-help-bar region="UK"></crisis-help-bar>', '<div class="x crisis-help-bar" data-region="UK"> </div>', '<!-- wp:html --><crisis-help-bar region="UK"></crisis-help-bar><!-- /wp:html -->' ) as $html ) {
			$out = shown( $html );
			same( 1, substr_count( $out, 'tel:999' ), $out );
			has( 'Talk to a person now', $out );
		}
		same( 1, substr_count( shown( '<!-- wp:html --><crisis-help-bar></crisis-help-bar><!-- /wp:html -->' ), 'local emergency number' ), 'once' );
		same( 1, substr_count( shown( '<div class="failed-intervention-guide" data-region="US"><div>a</div>words</div><div>b</div>' ), 'tel:911' ), 'once' );
		has( 'words<p>911', shown( '<!-- wp:html --><div class="failed-intervention-guide" data-region="US"><div>a</div>words</div><div>b</div><!-- /wp:html -->' ) );
	},
	'a plugin that takes the place holder away does not take the guide away' => function () {
		a_post();
		$strip = static function ( $html ) {
			return preg_replace( '#<div[^>]*></div>#', '', $html );
		};
		add_filter( 'the_content', $strip, 11 );
		$html = shown( 'Before [crisis_help_bar region="US"] after' );
		remove_filter( 'the_content', $strip, 11 );
		has( '<crisis-help-bar region="US">', $html );
		has( 'tel:911', $html );
	},
	'a form and a nested shortcode reach the slot, and the words stay words' => function () {
		a_post();
		add_shortcode( 'fig_test_form', static function () {
			return '<form class="wpcf7-form"><input type="hidden" name="fig-summary"></form>';
		} );
		$ways = array(
			"[failed_intervention_guide region=\"US\"]words\n\n[failed_intervention_lead_form][fig_test_form][/failed_intervention_lead_form][/failed_intervention_guide]",
			'<!-- wp:failed-intervention-guide/guide {"region":"US"} --><!-- wp:paragraph --><p>words</p><!-- /wp:paragraph --><!-- wp:failed-intervention-guide/lead-form --><!-- wp:shortcode -->[fig_test_form]<!-- /wp:shortcode --><!-- /wp:failed-intervention-guide/lead-form --><!-- /wp:failed-intervention-guide/guide -->',
			'[failed_intervention_guide region="US"]words [failed_intervention_lead_form]<form class="wpcf7-form"><input type="hidden" name="fig-summary"></form>[/failed_intervention_lead_form][/failed_intervention_guide]',
		);
		foreach ( $ways as $way ) {
			$html = shown( $way );
			check( (bool) preg_match( '#<div slot="lead-form">\s*(?:<p>)?<form class="wpcf7-form">.*?name="fig-summary".*?</form>\s*(?:</p>)?\s*</div></failed-intervention-guide>#s', $html ), $html );
			has( 'words', $html );
			has_not( 'What did not', $html );
			has_not( '<!--fig', $html );
		}
		// A form is no words: then ours are there.
		has( 'A no is hard to hear', shown( '[failed_intervention_guide][failed_intervention_lead_form][fig_test_form][/failed_intervention_lead_form][/failed_intervention_guide]' ) );
		remove_shortcode( 'fig_test_form' );
	},
	'quotes and dashes of nested shortcodes stay as they are' => function () {
		a_post();
		add_shortcode( 'fig_test_echo', static function ( $given ) {
			return '<b>' . esc_html( $given['id'] ) . '</b>';
		} );
		has( '<b>a--b</b>', shown( '[failed_intervention_guide]words [fig_test_echo id="a--b"][/failed_intervention_guide]' ) );
		remove_shortcode( 'fig_test_echo' );
	},
	'a shortcode that is shown with two brackets stays text' => function () {
		a_post();
		$html = shown( 'Write [[crisis_help_bar region="US"]] there' );
		has( '[crisis_help_bar', $html );
		has_not( '<crisis-help-bar', $html );
	},
	'curly quotes of a word processor do no harm' => function () {
		a_post();
		has( '<crisis-help-bar region="CA">', shown( '[crisis_help_bar region=“CA”]' ) );
	},
	'the script is loaded only where the guide is' => function () {
		a_post();
		shown( '<p>Nothing of ours, though we write about failed intervention guides.</p>' );
		check( ! loads_script(), 'it is loaded without the guide' );
		foreach ( array( '[crisis_help_bar]', '<crisis-help-bar>x</crisis-help-bar>', '<div class="crisis-help-bar">x</div>', '<!-- wp:failed-intervention-guide/guide /-->', '<!-- wp:html --><next-steps-wizard></next-steps-wizard><!-- /wp:html -->' ) as $html ) {
			set_up();
			shown( $html );
			check( loads_script(), "it is not loaded for $html" );
		}
		foreach ( array( 'widget_text', 'widget_text_content', 'widget_custom_html_content', 'widget_block_content' ) as $filter ) {
			set_up();
			apply_filters( $filter, '<div class="crisis-help-bar">x</div>', array(), null );
			check( loads_script(), "it is not loaded in $filter" );
		}
	},
	'a feed has the words and the lines, and no element, form or script' => function () {
		a_post();
		$GLOBALS['wp_query']->is_feed = true;
		$html = shown( '[failed_intervention_guide region="US"]words [failed_intervention_lead_form]<form></form>[/failed_intervention_lead_form][/failed_intervention_guide]' );
		$loads = loads_script();
		$GLOBALS['wp_query']->is_feed = false;
		has( 'words', $html );
		has( 'tel:911', $html );
		has_not( '<failed-intervention-guide', $html );
		has_not( '<form', $html );
		check( ! $loads, 'no script' );
	},
	'an excerpt has neither a shortcode nor markup of ours' => function () {
		user( 'editor' );
		$id = a_post( 'First words. [failed_intervention_guide region="US"]inside[/failed_intervention_guide] Last words. <!-- wp:failed-intervention-guide/guide /-->' );
		$excerpt = get_the_excerpt( $id );
		has( 'First words.', $excerpt );
		foreach ( array( '[failed', '<failed', 'fig-held' ) as $part ) {
			has_not( $part, $excerpt );
		}
	},
	'REST gives the element whole' => function () {
		user( 'editor' );
		$id   = a_post( '[crisis_help_bar region="US"]' );
		$html = rest( 'GET', "/wp/v2/posts/$id" )->get_data()['content']['rendered'];
		has( '<crisis-help-bar region="US">', $html );
		has_not( 'fig-notice', $html );
	},
	'scripts and comments that mention us stay as they are' => function () {
		a_post();
		$html = '<script>"<crisis-help-bar></crisis-help-bar>"</script><!-- <crisis-help-bar></crisis-help-bar> --><textarea><crisis-help-bar></crisis-help-bar></textarea>';
		same( $html, trim( Guide\complete_markup( $html ) ) );
	},
	'a text that was never closed, or is very long, is not lost' => function () {
		a_post();
		has( 'words', shown( '<failed-intervention-guide region="US">words' ) );
		has( 'the end', shown( str_repeat( "<p>Some long text here with <b>markup</b>.</p>\n", 20000 ) . '[crisis_help_bar] the end' ) );
	},
);

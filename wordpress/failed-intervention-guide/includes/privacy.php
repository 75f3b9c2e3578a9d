<?php
/**
 * A text that site owners can take into their privacy policy.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide;

defined( 'ABSPATH' ) || exit;

add_action( 'admin_init', __NAMESPACE__ . '\add_privacy_text' );

/**
 * Offers the text under Settings, Privacy.
 */
function add_privacy_text() {
	wp_add_privacy_policy_content( __( 'Failed Intervention Guide', 'failed-intervention-guide' ), privacy_html() );
}

/**
 * The text: what the kit really does with what families enter.
 *
 * @return string HTML.
 */
function privacy_html() {
	$for_you = __( 'This is a suggestion, and not legal advice. Have it checked, and take out what does not fit your settings. It is about the guide only: analytics, chat, forms and other plugins on the same page can see more.', 'failed-intervention-guide' );
	$texts   = array(
		__( 'Some of our pages have a guide for families after an intervention that did not lead to treatment. What you check and write in it stays in the memory of your browser tab and is gone when you leave the page. The guide sets no cookies, and sends none of it to us or to anyone else.', 'failed-intervention-guide' ),
		__( 'The guide’s files come from our own website. Our server sees that they were fetched, as with any page. Links to help lines and other websites open only when you tap them. Those websites, and “Leave quickly”, which opens another website, have privacy policies of their own.', 'failed-intervention-guide' ),
		'offer' === ( settings()['attributes']['save'] ?? '' )
			? __( 'You can choose to save what you entered on your device, for 7, 30 or 90 days. It is then kept in your browser under the name “fig-notes”. It is not locked: anyone who can use your browser can read it. You can delete it there at any time.', 'failed-intervention-guide' )
			: __( 'Nothing is saved on your device, unless a page offers it and you choose it.', 'failed-intervention-guide' ),
		__( 'If you ask our center to contact you, you see every word that would go to us, and nothing is handed over before you say yes. Then what you entered for that, what you agreed to share, and a record of what you agreed to go into our form or to our website. You can take it back while the page is open, and tell us at any time after that.', 'failed-intervention-guide' ),
	);
	return '<p class="privacy-policy-tutorial">' . esc_html( $for_you ) . '</p><p>' . implode( '</p><p>', array_map( 'esc_html', $texts ) ) . '</p>';
}

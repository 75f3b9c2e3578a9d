<?php
/**
 * Pages of a made-up center, by each way in.
 *
 * @package Failed_Intervention_Guide
 */

wp_set_current_user( 1 );
$fig_center = 'Cedar Hollow Recovery Center, Inc.';
update_option(
	'failed_intervention_guide',
	array(
		'attributes' => array(
			'region'                  => 'US',
			'save'                    => 'offer',
			'sponsor-name'            => $fig_center,
			'sponsor-phone'           => '555-0142',
			'sponsor-license'         => 'CH-DEMO-0417 (made up)',
			'sponsor-paid-by'         => $fig_center,
			'sponsor-privacy-url'     => 'https://cedar-hollow.example/privacy',
			'sponsor-health-data-url' => 'https://cedar-hollow.example/health-data',
		),
		'accent'     => '#7a3b8f',
	)
);

/**
 * Publishes a page.
 *
 * @param string $title   Title.
 * @param string $content Content.
 * @return int Id.
 */
$fig_publish = static function ( $title, $content ) {
	return wp_insert_post(
		wp_slash(
			array(
				'post_title'   => $title,
				'post_content' => $content,
				'post_status'  => 'publish',
				'post_type'    => 'page',
			)
		)
	);
};
$fig_words   = static function ( $html ) {
	return "<!-- wp:paragraph -->\n<p>$html</p>\n<!-- /wp:paragraph -->\n\n";
};
$fig_danger  = $fig_words( 'In danger now? <a href="tel:911">Call 911</a>. In a crisis, call or text <a href="tel:988">988</a>.' );
$fig_fields  = 'contact.name: your-name; contact.phone: your-tel; channel: fig-channel; safe.message: fig-message; summary: fig-summary; consent.record: fig-consent';

$fig_guide = $fig_publish(
	'When they said no',
	$fig_words( 'You asked someone you love to get help, and it did not work. Cedar Hollow is a made-up center; this page is a demo.' )
	. '<!-- wp:failed-intervention-guide/guide ' . wp_json_encode( array( 'leadFields' => $fig_fields ) ) . " -->\n"
	. $fig_danger
	. "<!-- wp:failed-intervention-guide/lead-form -->\n<!-- wp:shortcode -->\n[contact-form-7 id=\"12\"]\n<!-- /wp:shortcode -->\n<!-- /wp:failed-intervention-guide/lead-form -->\n"
	. '<!-- /wp:failed-intervention-guide/guide -->'
);
$fig_pages = array(
	'widgets' => $fig_publish(
		'What got in the way, and what next',
		$fig_words( 'Two parts of the guide, each by its shortcode. They share what you check.' )
		. "<!-- wp:shortcode -->\n[failure_reason_checklist]\n<!-- /wp:shortcode -->\n\n"
		. "<!-- wp:shortcode -->\n[next_steps_wizard]\n<!-- /wp:shortcode -->"
	),
	'div'     => $fig_publish(
		'Care for yourself',
		"<!-- wp:html -->\n<div class=\"family-self-care-card\">In danger now? <a href=\"tel:911\">Call 911</a>.</div>\n<!-- /wp:html -->"
	),
	'spanish' => $fig_publish(
		'Cuando dijeron que no',
		"<!-- wp:failed-intervention-guide/guide {\"locale\":\"es\"} -->\n" . $fig_words( '¿Hay peligro ahora? <a href="tel:911">Llame al 911</a>.' ) . '<!-- /wp:failed-intervention-guide/guide -->'
	),
);
return array_map( 'get_permalink', $fig_pages ) + array(
	'guide'   => get_permalink( $fig_guide ),
	'guideId' => $fig_guide,
);

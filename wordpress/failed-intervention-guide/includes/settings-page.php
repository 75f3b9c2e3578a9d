<?php
/**
 * The page under Settings.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide;

defined( 'ABSPATH' ) || exit;

add_action( 'admin_menu', __NAMESPACE__ . '\add_settings_page' );
add_filter( 'plugin_action_links_' . plugin_basename( PLUGIN_FILE ), __NAMESPACE__ . '\add_settings_link' );

/**
 * Address of the settings page.
 *
 * @return string
 */
function settings_url() {
	return admin_url( 'options-general.php?page=' . SLUG );
}

/**
 * Adds the page to the menu.
 */
function add_settings_page() {
	$title = __( 'Failed Intervention Guide', 'failed-intervention-guide' );
	$page  = add_options_page( $title, $title, 'manage_options', SLUG, __NAMESPACE__ . '\print_settings_page' );
	if ( $page ) {
		add_action( "load-$page", __NAMESPACE__ . '\prepare_settings_page' );
	}
}

/**
 * A link to the settings beside the plugin's name in the list of plugins.
 *
 * @param string[] $links Links.
 * @return string[]
 */
function add_settings_link( $links ) {
	if ( current_user_can( 'manage_options' ) ) {
		array_unshift( $links, '<a href="' . esc_url( settings_url() ) . '">' . esc_html__( 'Settings', 'failed-intervention-guide' ) . '</a>' );
	}
	return $links;
}

/**
 * Adds fields, style and help before the page is printed.
 */
function prepare_settings_page() {
	wp_enqueue_style( SLUG . '-settings', plugins_url( 'assets/settings.css', PLUGIN_FILE ), array(), VERSION );
	add_action( 'admin_print_footer_scripts', __NAMESPACE__ . '\print_settings_script' );
	foreach ( settings_sections() as $id => $section ) {
		list( $title, $intro, $names ) = $section;
		add_settings_section(
			$id,
			$title,
			static function () use ( $intro ) {
				echo '<p>' . esc_html( $intro ) . '</p>';
			},
			SLUG
		);
		foreach ( $names as $name ) {
			add_settings_field(
				$name,
				'accent' === $name ? __( 'Accent color', 'failed-intervention-guide' ) : fields()[ $name ]['label'],
				__NAMESPACE__ . ( 'accent' === $name ? '\print_accent_setting' : '\print_setting' ),
				SLUG,
				$id,
				array(
					'name'      => $name,
					'label_for' => "fig-$name",
				)
			);
		}
	}
}

/**
 * The sections of the page: title, what is said first, and fields.
 *
 * @return array<string, array>
 */
function settings_sections() {
	return array(
		'fig-families' => array(
			__( 'For families', 'failed-intervention-guide' ),
			__( 'What every guide on this website starts with. A post or a block can say otherwise.', 'failed-intervention-guide' ),
			array( 'region', 'locale', 'theme', 'save', 'leave-target' ),
		),
		'fig-center'   => array(
			__( 'Your center', 'failed-intervention-guide' ),
			__( 'If you want families to be able to ask your center to contact them, all six are needed, and a region with a neutral place to look for others (so far the United States). Until then they are offered no way to it. If you only want the guide, leave these empty.', 'failed-intervention-guide' ),
			SPONSOR_FACTS,
		),
		'fig-looks'    => array(
			__( 'Color', 'failed-intervention-guide' ),
			__( 'Links, main buttons and marks take this color. It is made darker or lighter where it would be hard to read.', 'failed-intervention-guide' ),
			array( 'accent' ),
		),
		'fig-more'     => array(
			__( 'For developers', 'failed-intervention-guide' ),
			__( 'Most websites leave these as they are.', 'failed-intervention-guide' ),
			array( 'events', 'content-src' ),
		),
	);
}

/**
 * Errors of a field, without its label.
 *
 * @param string $name Field.
 * @return string[] HTML.
 */
function errors_of( $name ) {
	$messages = array();
	foreach ( get_settings_errors( OPTION ) as $error ) {
		if ( $error['code'] === $name ) {
			$messages[] = preg_replace( '#^<a[^>]*>.*?</a>: #', '', $error['message'] );
		}
	}
	return $messages;
}

/**
 * Prints a field that sets an attribute.
 *
 * @param array $field Has its name.
 */
function print_setting( $field ) {
	$name  = $field['name'];
	$saved = settings()['attributes'];
	print_field( $name, OPTION . "[attributes][$name]", "fig-$name", isset( $saved[ $name ] ) ? $saved[ $name ] : '', errors_of( $name ) );
}

/**
 * Prints the field for the color. Its script adds a color picker, and shows how the color will look.
 */
function print_accent_setting() {
	$errors = errors_of( 'accent' );
	printf(
		'<span class="fig-accent"><input type="text" name="%s[accent]" id="fig-accent" value="%s" maxlength="7" size="9" spellcheck="false" autocomplete="off" placeholder="#1c6758" aria-describedby="%sfig-accent-help"%s></span>',
		esc_attr( OPTION ),
		esc_attr( settings()['accent'] ),
		$errors ? 'fig-accent-error ' : '',
		$errors ? ' aria-invalid="true"' : ''
	);
	foreach ( $errors as $error ) {
		printf( '<p class="fig-error" id="fig-accent-error">%s</p>', wp_kses( $error, array() ) );
	}
	echo '<p class="description" id="fig-accent-help">' . esc_html__( 'Write # and six digits or letters from a to f, such as #7a3b8f. If empty, the guide’s own green is used.', 'failed-intervention-guide' ) . '</p>';
	printf(
		'<div id="fig-contrast" hidden data-words="%s"></div>',
		esc_attr( wp_json_encode( contrast_words() ) )
	);
}

/**
 * Words for the script that shows the color.
 *
 * @return array<string, string>
 */
function contrast_words() {
	return array(
		'picker'   => __( 'Pick a color', 'failed-intervention-guide' ),
		'light'    => __( 'On light', 'failed-intervention-guide' ),
		'dark'     => __( 'On dark', 'failed-intervention-guide' ),
		'button'   => __( 'A button', 'failed-intervention-guide' ),
		'link'     => __( 'A link', 'failed-intervention-guide' ),
		/* translators: 1: a color, 2: a number, 3: a number. */
		'own'      => __( 'The guide’s own color: families see %1$s. Contrast: link %2$s to 1, button %3$s to 1. That is easy to read (at least 4.5 is needed).', 'failed-intervention-guide' ),
		/* translators: 1: a color, 2: a number, 3: a number. */
		'kept'     => __( 'Families see your color as it is, %1$s. Contrast: link %2$s to 1, button %3$s to 1. That is easy to read (at least 4.5 is needed).', 'failed-intervention-guide' ),
		/* translators: 1: a color, 2: a number, 3: a number. */
		'pulled'   => __( 'Your color would be hard to read or too bright here, so families see %1$s. Contrast: link %2$s to 1, button %3$s to 1. That is easy to read (at least 4.5 is needed).', 'failed-intervention-guide' ),
		/* translators: 1: a color, 2: a number, 3: a number. */
		'low'      => __( 'Families see %1$s. Contrast: link %2$s to 1, button %3$s to 1. That is hard to read (at least 4.5 is needed). Please choose another color.', 'failed-intervention-guide' ),
		'notColor' => __( 'That is not a color yet. Write # and six digits or letters from a to f.', 'failed-intervention-guide' ),
		'tooOld'   => __( 'Your browser cannot show how the color will look. Families with such a browser see the guide’s own green.', 'failed-intervention-guide' ),
	);
}

/**
 * Prints the script of the page. It is a module, which WordPress 6.5 does not print in the admin area.
 */
function print_settings_script() {
	wp_print_script_tag(
		array(
			'type' => 'module',
			'src'  => add_query_arg( 'ver', VERSION, plugins_url( 'assets/settings.js', PLUGIN_FILE ) ),
		)
	);
}

/**
 * Prints the page.
 */
function print_settings_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	?>
	<div class="wrap fig-settings">
		<h1><?php echo esc_html( get_admin_page_title() ); ?></h1>
		<p class="fig-intro"><?php esc_html_e( 'To put the guide on a page, add the block “Failed Intervention Guide” to it, or the shortcode:', 'failed-intervention-guide' ); ?> <code>[failed_intervention_guide]</code></p>
		<form action="options.php" method="post">
			<?php
			settings_fields( SLUG );
			do_settings_sections( SLUG );
			submit_button();
			?>
		</form>
	</div>
	<?php
}

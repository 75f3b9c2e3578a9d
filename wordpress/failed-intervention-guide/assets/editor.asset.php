<?php
/**
 * What the editor's script needs. Neither wp-editor nor wp-edit-post: they must not be loaded where widgets are edited.
 *
 * @package Failed_Intervention_Guide
 */

return array(
	'dependencies' => array(
		'wp-a11y',
		'wp-block-editor',
		'wp-blocks',
		'wp-components',
		'wp-data',
		'wp-dom-ready',
		'wp-element',
		'wp-hooks',
		'wp-html-entities',
		'wp-i18n',
		'wp-plugins',
		'wp-shortcode',
	),
	'version'      => '0.1.0',
);

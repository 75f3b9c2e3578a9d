<?php
/**
 * Names under which the plugin keeps things. uninstall.php needs them too.
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide;

defined( 'ABSPATH' ) || exit;

/** Slug, text domain, handle of all scripts and styles, and id of the script module. */
const SLUG = 'failed-intervention-guide';

/** The option with the settings of the site. */
const OPTION = 'failed_intervention_guide';

/** The post meta with the settings of one post. */
const META_KEY = '_failed_intervention_guide';

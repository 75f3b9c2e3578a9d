<?php
/**
 * Plugin Name:       Failed Intervention Guide
 * Description:       A guide for families after a drug or alcohol intervention that did not lead to treatment: what got in the way, what next, a plan for setbacks, and care for themselves. As blocks and shortcodes.
 * Version:           0.1.0
 * Requires at least: 6.5
 * Requires PHP:      7.4
 * Author:            Failed Intervention Guide contributors
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       failed-intervention-guide
 * Domain Path:       /languages
 *
 * @package Failed_Intervention_Guide
 */

namespace Failed_Intervention_Guide;

defined( 'ABSPATH' ) || exit;

const VERSION     = '0.1.0';
const PLUGIN_FILE = __FILE__;
const PLUGIN_DIR  = __DIR__;

require_once __DIR__ . '/includes/names.php';
require_once __DIR__ . '/includes/i18n.php';
require_once __DIR__ . '/includes/facts.php';
require_once __DIR__ . '/includes/clean.php';
require_once __DIR__ . '/includes/kses.php';
require_once __DIR__ . '/includes/settings.php';
require_once __DIR__ . '/includes/fields.php';
require_once __DIR__ . '/includes/settings-page.php';
require_once __DIR__ . '/includes/post-meta.php';
require_once __DIR__ . '/includes/meta-box.php';
require_once __DIR__ . '/includes/script.php';
require_once __DIR__ . '/includes/notices.php';
require_once __DIR__ . '/includes/markup.php';
require_once __DIR__ . '/includes/shortcodes.php';
require_once __DIR__ . '/includes/content.php';
require_once __DIR__ . '/includes/blocks.php';
require_once __DIR__ . '/includes/editor.php';
require_once __DIR__ . '/includes/classic-editor.php';
require_once __DIR__ . '/includes/privacy.php';
require_once __DIR__ . '/includes/site-health.php';

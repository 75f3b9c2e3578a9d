<?php
/**
 * The settings as they are saved, and how many posts have settings of their own.
 *
 * @package Failed_Intervention_Guide
 */

$fig_option = get_option( 'failed_intervention_guide', array() );
return $fig_option ? $fig_option : (object) array();

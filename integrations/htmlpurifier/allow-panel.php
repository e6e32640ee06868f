<?php
// For HTML Purifier: allow_panel($config->maybeGetRawHTMLDefinition())
function allow_panel(HTMLPurifier_HTMLDefinition $definition): void
{
    $options = ['region', 'show', 'theme', 'compact', 'heading-level', 'without-exit'];
    // The collection I18N has `lang`.
    $definition->addElement('report-stalker-panel', 'Block', 'Flow', 'I18N', array_fill_keys($options, 'Text'));
}

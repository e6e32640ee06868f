<?php
// For HTML Purifier. The README says where the definition comes from: with a cache, there is none on most requests.
function allow_panel(HTMLPurifier_HTMLDefinition $definition): void
{
    $options = ['region', 'show', 'theme', 'compact', 'heading-level', 'without-exit'];
    $definition->addElement('report-stalker-panel', 'Block', 'Flow', [], ['lang' => 'LanguageCode'] + array_fill_keys($options, 'Text'));
}

<?php
// Reads a JSON list of texts, prints the list of what HTML Purifier leaves: as it comes, or ("moodle") as Moodle configures it;
// with a second argument, by our recipe.
error_reporting(E_ALL & ~E_DEPRECATED);
require '/usr/share/icinga-php/vendor/vendor/ezyang/htmlpurifier/library/HTMLPurifier.auto.php';
require __DIR__ . '/../../../integrations/htmlpurifier/allow-panel.php';

$config = HTMLPurifier_Config::createDefault();
$config->set('Cache.DefinitionImpl', null);
if ($argv[1] === 'moodle') {
    // purify_html() in its lib/weblib.php.
    $config->set('HTML.Doctype', 'XHTML 1.0 Transitional');
    $config->set('Core.NormalizeNewlines', false);
    $config->set('Core.ConvertDocumentToFragment', true);
    $config->set('Attr.AllowedFrameTargets', ['_blank']);
    $schemes = ['http', 'https', 'ftp', 'irc', 'nntp', 'news', 'rtsp', 'rtmp', 'teamspeak', 'gopher', 'mms', 'mailto'];
    $config->set('URI.AllowedSchemes', array_fill_keys($schemes, true));
}
if (isset($argv[2])) {
    $config->set('HTML.DefinitionID', 'with-panel');
    allow_panel($config->maybeGetRawHTMLDefinition());
}
$purifier = new HTMLPurifier($config);
echo json_encode(array_map(fn ($text) => $purifier->purify($text), json_decode(stream_get_contents(STDIN))));

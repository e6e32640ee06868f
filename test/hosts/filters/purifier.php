<?php
// Reads a JSON list of texts, prints the list of what HTML Purifier leaves: as it comes, or ("moodle") as Moodle configures it;
// with a second argument, as the README of our recipe says, and the second time that its definition is asked for.
error_reporting(E_ALL & ~E_DEPRECATED);
require '/usr/share/icinga-php/vendor/vendor/ezyang/htmlpurifier/library/HTMLPurifier.auto.php';

$cache = sys_get_temp_dir() . '/purifier-' . getmypid();
mkdir($cache);
register_shutdown_function(static fn () => exec('rm -r ' . escapeshellarg($cache)));

function configuration(string $cache): HTMLPurifier_Config
{
    $config = HTMLPurifier_Config::createDefault();
    $config->set('Cache.SerializerPath', $cache);
    return $config;
}

function recipe(string $cache): HTMLPurifier
{
    $readme = file_get_contents(__DIR__ . '/../../../integrations/htmlpurifier/README.md');
    preg_match('/```php\n(.*?)```/s', $readme, $code);
    $own = ['__DIR__' => "'" . dirname(__DIR__, 3) . "/integrations/htmlpurifier'", 'HTMLPurifier_Config::createDefault()' => 'configuration($cache)'];
    eval(strtr($code[1], $own));
    return $purifier;
}

if (isset($argv[2])) {
    recipe($cache)->purify('');
    $purifier = recipe($cache);
} else {
    $config = configuration($cache);
    if ($argv[1] === 'moodle') {
        // purify_html() in its lib/weblib.php.
        $config->set('HTML.Doctype', 'XHTML 1.0 Transitional');
        $config->set('Core.NormalizeNewlines', false);
        $config->set('Core.ConvertDocumentToFragment', true);
        $config->set('Attr.AllowedFrameTargets', ['_blank']);
        $schemes = ['http', 'https', 'ftp', 'irc', 'nntp', 'news', 'rtsp', 'rtmp', 'teamspeak', 'gopher', 'mms', 'mailto'];
        $config->set('URI.AllowedSchemes', array_fill_keys($schemes, true));
    }
    $purifier = new HTMLPurifier($config);
}
echo json_encode(array_map(fn ($text) => $purifier->purify($text), json_decode(stream_get_contents(STDIN))));

/*
 * The block in the editor: the panel itself as preview, its attributes beside it. The numbers are
 * saved with the post as well, so that they stay when the plugin goes; a page that has the plugin
 * shows the plugin's own, which are newer.
 */
(function (wp, site) {
  'use strict';

  const { createElement: el, RawHTML, useEffect } = wp.element;
  const { __ } = wp.i18n;
  const { InspectorControls, useBlockProps } = wp.blockEditor;
  const { Disabled, PanelBody, SelectControl, TextControl, ToggleControl } = wp.components;

  const NAME = 'report-stalker-panel/panel';

  const text = (name, label, help, type) => ({ name, label, help, type, Control: TextControl });
  const flag = (name, label, help) => ({ name, label, help, Control: ToggleControl });
  const choice = (name, label, choices, help) => ({
    name,
    label,
    help,
    Control: SelectControl,
    options: choices.map(([value, words]) => ({ value, label: words })),
  });

  const CONTROLS = [
    choice('region', __('Nation', 'report-stalker-panel'), [
      ['', __('The whole UK', 'report-stalker-panel')],
      ['england', __('England', 'report-stalker-panel')],
      ['wales', __('Wales', 'report-stalker-panel')],
      ['scotland', __('Scotland', 'report-stalker-panel')],
      ['northern-ireland', __('Northern Ireland', 'report-stalker-panel')],
    ]),
    choice('lang', __('Language', 'report-stalker-panel'), [
      ['', __('The language of the page', 'report-stalker-panel')],
      ['en', 'English'],
      ['cy', 'Cymraeg'],
    ]),
    flag('compact', __('Compact: one short list', 'report-stalker-panel')),
    choice('theme', __('Colours', 'report-stalker-panel'), [
      ['', __('Follow the page', 'report-stalker-panel')],
      ['light', __('Light', 'report-stalker-panel')],
      ['dark', __('Dark', 'report-stalker-panel')],
    ]),
    text('heading', __('Heading', 'report-stalker-panel')),
    choice(
      'headingLevel',
      __('Heading level', 'report-stalker-panel'),
      ['', 1, 2, 3, 4, 5, 6].map((level) => [String(level), String(level || 2)]).filter(([value]) => value !== '2'),
    ),
    text('policeName', __('Name of your police force', 'report-stalker-panel')),
    text(
      'policeHref',
      __('The force’s page for reporting online', 'report-stalker-panel'),
      __('An address that begins with https://', 'report-stalker-panel'),
      'url',
    ),
    text(
      'show',
      __('Only these contacts', 'report-stalker-panel'),
      __('Ids with spaces between them, for example: police paladin. 999 always stays.', 'report-stalker-panel'),
    ),
    text('src', __('Your own contacts', 'report-stalker-panel'), __('Address of a JSON document', 'report-stalker-panel'), 'url'),
    flag(
      'withoutExit',
      __('Leave out the exit link', 'report-stalker-panel'),
      __('The preview never shows it: the link would close the editor.', 'report-stalker-panel'),
    ),
    text('exitHref', __('Where the exit link leads', 'report-stalker-panel'), undefined, 'url'),
  ];

  /** Text to what block.json wants; empty is absent. */
  const valueOf = (name, given) => (name === 'headingLevel' ? Number(given) : given) || undefined;

  const control = ({ name, Control, ...rest }, attributes, setAttributes) =>
    el(Control, {
      ...rest,
      key: name,
      [Control === ToggleControl ? 'checked' : 'value']: Control === ToggleControl ? !!attributes[name] : String(attributes[name] ?? ''),
      onChange: (given) => setAttributes({ [name]: valueOf(name, given) }),
      __next40pxDefaultSize: Control === ToggleControl ? undefined : true,
      __nextHasNoMarginBottom: true,
    });

  /** The tag's attributes. Without the exit, also by keys: it would take the editor away with unsaved work. */
  const tagAttributes = (attributes) => {
    const given = {};
    for (const { name, Control } of CONTROLS) {
      const value = attributes[name];
      if (value !== undefined && value !== false && value !== '') {
        given[name.replace(/[A-Z]/g, '-$&').toLowerCase()] = Control === ToggleControl ? '' : String(value);
      }
    }
    return { ...given, 'without-exit': '' };
  };

  /** As the browser writes it: so it comes back from the saved post. In the site's language: the editor speaks its user's. */
  const numbersFor = ({ lang, region = '' }) => {
    const language = (lang || site.lang).toLowerCase().split('-')[0];
    const template = document.createElement('template');
    template.innerHTML = (site.numbers[language] || site.numbers.en)[region];
    return template.innerHTML;
  };

  function Edit({ attributes, setAttributes }) {
    const current = numbersFor(attributes);
    const blockEditor = wp.data.useDispatch('core/block-editor');
    useEffect(() => {
      if (attributes.numbers !== current) {
        // Undone together with what it follows from: undone alone, it would be done again at once.
        blockEditor.__unstableMarkNextChangeAsNotPersistent?.();
        setAttributes({ numbers: current });
      }
    }, [attributes.numbers, current]);
    return el(
      'div',
      useBlockProps(),
      el(
        InspectorControls,
        null,
        el(
          PanelBody,
          { title: __('Panel', 'report-stalker-panel') },
          CONTROLS.map((each) => control(each, attributes, setAttributes)),
        ),
      ),
      el(Disabled, null, el('report-stalker-panel', tagAttributes(attributes), __('Report a stalker', 'report-stalker-panel'))),
    );
  }

  const typeOf = ({ name, Control }) => (Control === ToggleControl ? 'boolean' : name === 'headingLevel' ? 'integer' : 'string');
  const attributes = Object.fromEntries(CONTROLS.map((each) => [each.name, { type: typeOf(each) }]));

  wp.blocks.registerBlockType(NAME, {
    edit: Edit,
    save: ({ attributes: { numbers: saved } }) => el('div', useBlockProps.save(), el(RawHTML, null, saved)),
    // Written by hand or by a program: the comment alone.
    deprecated: [{ attributes, save: () => null }],
  });
})(window.wp, window.reportStalkerPanel);

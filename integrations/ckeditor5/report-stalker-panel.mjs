import { GeneralHtmlSupport, Plugin } from 'ckeditor5';

const TAG = 'report-stalker-panel';

/** For CKEditor 5: `ClassicEditor.create(element, { plugins: [ReportStalkerPanel, …] })`. */
export class ReportStalkerPanel extends Plugin {
  static get requires() {
    return [GeneralHtmlSupport];
  }

  init() {
    const { plugins } = this.editor;
    // Unknown to CKEditor's schema, the element would be dropped however it is allowed.
    plugins
      .get('DataSchema')
      .registerBlockElement({ view: TAG, model: 'reportStalkerPanel', modelSchema: { inheritAllFrom: '$container' } });
    plugins.get('DataFilter').loadAllowedConfig([
      {
        name: TAG,
        attributes: { region: true, lang: true, show: true, theme: true, compact: true, 'heading-level': true, 'without-exit': true },
      },
    ]);
  }
}

import { BlockQuote, Bold, ClassicEditor, Essentials, Heading, Italic, Link, List, MediaEmbed, Paragraph, Table } from 'ckeditor5';
import { ReportStalkerPanel } from '../../../../integrations/ckeditor5/report-stalker-panel.mjs';

export const filter = async (html, recipe) => {
  const editor = await ClassicEditor.create(document.body.appendChild(document.createElement('div')), {
    licenseKey: 'GPL',
    plugins: [
      BlockQuote,
      Bold,
      Essentials,
      Heading,
      Italic,
      Link,
      List,
      MediaEmbed,
      Paragraph,
      Table,
      ...(recipe ? [ReportStalkerPanel] : []),
    ],
  });
  editor.setData(html);
  return editor.getData();
};

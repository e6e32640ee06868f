import tinymce from 'tinymce';
import 'tinymce/icons/default';
import 'tinymce/models/dom';
import 'tinymce/themes/silver';
import { allowPanel } from '../../../../integrations/tinymce/allow-panel.mjs';

export const filter = async (html, recipe) => {
  const target = document.body.appendChild(document.createElement('textarea'));
  const [editor] = await tinymce.init({
    target,
    license_key: 'gpl',
    skin: false,
    content_css: false,
    promotion: false,
    ...(recipe ? allowPanel : {}),
  });
  editor.setContent(html);
  return editor.getContent();
};

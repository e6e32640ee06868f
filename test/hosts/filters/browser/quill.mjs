import Quill from 'quill';

export const filter = (html) => {
  const editor = new Quill(document.body.appendChild(document.createElement('div')));
  editor.clipboard.dangerouslyPasteHTML(html);
  return editor.getSemanticHTML();
};

import 'trix';

export const filter = async (html) => {
  const input = document.body.appendChild(
    Object.assign(document.createElement('input'), { id: `value${document.querySelectorAll('input').length}`, type: 'hidden' }),
  );
  const editor = document.createElement('trix-editor');
  editor.setAttribute('input', input.id);
  await new Promise((resolve) => {
    editor.addEventListener('trix-initialize', resolve, { once: true });
    document.body.append(editor);
  });
  editor.editor.loadHTML(html);
  return input.value;
};

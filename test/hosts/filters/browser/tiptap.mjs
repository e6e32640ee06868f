import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';

export const filter = (html) =>
  new Editor({ element: document.body.appendChild(document.createElement('div')), extensions: [StarterKit], content: html }).getHTML();

import DOMPurify from 'dompurify';
import { allowPanel } from '../../../../integrations/dompurify/allow-panel.mjs';

export const filter = (html, recipe) => DOMPurify.sanitize(html, recipe ? allowPanel : {});

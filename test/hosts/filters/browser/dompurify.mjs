import DOMPurify from 'dompurify';
import { allowPanel } from '../../../../integrations/dompurify/allow-panel.mjs';

// One of its own, since the recipe adds a hook.
const purify = DOMPurify(window);
const panel = allowPanel(purify);

export const filter = (html, recipe) => (recipe ? purify.sanitize(html, panel) : DOMPurify.sanitize(html));

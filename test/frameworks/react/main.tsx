import { createRoot } from 'react-dom/client';
import { defined } from '../shared.js';
import { Panel } from './panel.js';

await defined();
createRoot(document.getElementById('app')!).render(<Panel />);

/** What a server sends; printed for the test. */
import 'report-stalker-panel';
import { renderToString } from 'react-dom/server';
import { Panel } from './panel.js';

console.log(renderToString(<Panel />));

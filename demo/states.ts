import { examples } from '../test/examples.js';

const list = document.querySelector('.states')!;
for (const { name, now, attributes, contacts } of examples) {
  const item = document.createElement('li');
  const title = document.createElement('h2');
  title.textContent = `${name[0]!.toUpperCase()}${name.slice(1)}: ${now.replace('T', ', ')}`;
  const panel = document.createElement('report-stalker-panel');
  for (const [attribute, value] of Object.entries({ ...attributes, now, 'heading-level': '3' }))
    panel.setAttribute(attribute, value);
  Object.assign(panel, { contacts });
  item.append(title, panel);
  list.append(item);
}

// `npm start`: the demo pages as they would stand on a partner's site, and the built files as they
// would stand on a script host: two origins, since that is what every pasted tag has to cope with.

import { once } from 'node:events';
import { text } from 'node:stream/consumers';

import Koa from 'koa';
import serveFolder from 'koa-static';

const HOST = '127.0.0.1';
const FIRST_PORT = Number(process.env.PORT || 8000);
const PORTS_TO_TRY = 50;
/** A browser has gone on before a file has come: no error of ours. */
const LEFT_EARLY = ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE'];
if (!(Number.isInteger(FIRST_PORT) && FIRST_PORT >= 0 && FIRST_PORT + PORTS_TO_TRY < 65_536)) {
  console.error(`PORT=${process.env.PORT}: expected a number from 0, for any free port, to ${65_535 - PORTS_TO_TRY}.`);
  process.exit(1);
}
/** What demo pages write for the origin of the scripts, which is known only now. */
const PLACEHOLDER = '__SCRIPT_HOST__';

const scripts = await listen(scriptHost(), FIRST_PORT && FIRST_PORT + 1);
const site = await listen(demoSite(scripts), FIRST_PORT);

console.log(`Demo:    ${site}/`);
console.log(`Scripts: ${scripts}/1/embed.js`);
console.log('Ctrl-C ends it.');

// npm hands a signal to its shell, which ends and leaves us behind with the ports.
const parent = process.ppid;
if (process.env.npm_lifecycle_event === 'start') setInterval(() => process.ppid === parent || process.exit(), 500);

function scriptHost() {
  const app = new Koa();
  app.use(withoutCache);
  app.use((context, next) => {
    // As any public script host does; `integrity` and the partner's own fetches need it.
    context.set('Access-Control-Allow-Origin', '*');
    return next();
  });
  // As published: evergreen under /1/, releases under their versions.
  app.use((context, next) => {
    context.path = context.path.replace(/^\/\d+(\.\d+\.\d+)?(?=\/)/, '');
    return next();
  });
  app.use(serveFolder('dist'));
  return app;
}

function demoSite(scriptOrigin) {
  const app = new Koa();
  const dist = serveFolder('dist');
  const demo = serveFolder('demo');
  app.use(withoutCache);
  app.use(fillIn(scriptOrigin));
  app.use((context, next) => {
    if (!context.path.startsWith('/dist/')) return demo(context, next);
    context.path = context.path.slice('/dist'.length);
    return dist(context, next);
  });
  return app;
}

/** A reload after a build must show the build. */
function withoutCache(context, next) {
  context.set('Cache-Control', 'no-cache');
  return next();
}

function fillIn(origin) {
  return async (context, next) => {
    await next();
    if (!context.response.is('html') || !context.body?.pipe) return;
    const page = await text(context.body);
    context.body = page.replaceAll(PLACEHOLDER, origin);
    context.type = 'html';
  };
}

/** Listens on the port or the next free one; gives the origin. */
async function listen(app, firstPort) {
  app.on('error', (error) => LEFT_EARLY.includes(error.code) || app.onerror(error));
  let why;
  for (let port = firstPort; port < firstPort + PORTS_TO_TRY; port += 1) {
    const server = app.listen(port, HOST);
    try {
      await once(server, 'listening');
      return `http://${HOST}:${server.address().port}`;
    } catch (error) {
      // Taken, or for root alone.
      why = { EADDRINUSE: 'taken', EACCES: 'not for this user' }[error.code];
      if (!why) throw error;
    }
  }
  console.error(
    `No free port from ${firstPort} to ${firstPort + PORTS_TO_TRY - 1}: the last is ${why}. Set PORT to another first one (8000 unless set).`,
  );
  return process.exit(1);
}

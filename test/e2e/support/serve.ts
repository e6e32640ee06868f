// Real servers for end-to-end tests. Every server is an origin of its own, by its port.

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { withFactsOf2026 } from '../../support/facts-of-2026.mjs';

/** One answer. `file` is a path from the repository's root; `delay` is in milliseconds. */
export interface Answer {
  body?: string;
  file?: string;
  status?: number;
  headers?: OutgoingHttpHeaders;
  delay?: number;
}

/** For what an answer can't say: headers that depend on the request, a broken connection. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Answers by path (without the query); a string is the body. Anything else is a 404. */
export type Site = Record<string, string | Answer | Handler>;

export interface LoggedRequest {
  method: string;
  /** Path and query. */
  url: string;
  headers: IncomingMessage['headers'];
}

export interface TestServer {
  /** `http://127.0.0.1:port` */
  origin: string;
  /** The same server by its other name: another origin, and another site for cookies. */
  localhost: string;
  /** Every request so far, `/favicon.ico` aside, which browsers ask for on their own. */
  requests: LoggedRequest[];
  close(): Promise<void>;
}

/** `headers` go with every answer; those of the answer win. */
export async function serve(site: Site, headers: OutgoingHttpHeaders = {}): Promise<TestServer> {
  const requests: LoggedRequest[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const path = new URL(url, 'http://host').pathname;
    if (path !== '/favicon.ico') {
      requests.push({ method: request.method ?? '', url, headers: request.headers });
    }
    const entry = site[path];
    if (typeof entry === 'function') {
      entry(request, response);
      return;
    }
    void send(path, typeof entry === 'string' ? { body: entry } : entry, headers, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A failing test may never get round to `close`; Node's test runner would wait for it for good.
  server.unref();
  server.on('connection', (socket) => socket.unref());
  const { port } = server.address() as AddressInfo;

  return {
    origin: `http://127.0.0.1:${port}`,
    localhost: `http://localhost:${port}`,
    requests,
    async close() {
      // Browsers keep connections open; `close` alone would wait for them.
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The built script with the facts that the tests are about. Build first. */
export const scriptOf2026 = (): Answer => ({ body: withFactsOf2026(readFileSync('dist/embed.js', 'utf8')) });

/** A script host: the files of dist/, for every origin, with the facts that the tests are about. Build first. */
export function serveDist(files: string[] = ['embed.js']): Promise<TestServer> {
  const site = Object.fromEntries(files.map((file) => [`/${file}`, file === 'embed.js' ? scriptOf2026() : { file: `dist/${file}` }]));
  return serve(site, { 'access-control-allow-origin': '*' });
}

/** A script host as partners know it: the same files as an evergreen and as a pinned release, with the facts of today. */
export function serveReleases(): Promise<TestServer> {
  const files = ['embed.js', 'panel.html', 'oembed.json'];
  const site = Object.fromEntries(
    ['1', '1.2.3'].flatMap((release) => files.map((file) => [`/${release}/${file}`, { file: `dist/${file}` }])),
  );
  return serve(site, { 'access-control-allow-origin': '*' });
}

async function send(path: string, answer: Answer | undefined, headers: OutgoingHttpHeaders, response: ServerResponse): Promise<void> {
  const { body = '', file, status = 200, delay = 0 } = answer ?? { status: 404 };
  if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
  try {
    const content = file === undefined ? body : await readFile(file);
    response.writeHead(status, {
      'content-type': contentType(file ?? path),
      ...headers,
      ...answer?.headers,
    });
    response.end(content);
  } catch (error) {
    response.writeHead(500, { 'content-type': 'text/plain' });
    response.end(String(error));
  }
}

function contentType(path: string): string {
  return CONTENT_TYPES[extname(path)] ?? 'text/html; charset=utf-8';
}

const CONTENT_TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xhtml': 'application/xhtml+xml',
};

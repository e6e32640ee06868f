// Debian's web servers, started for one test on a free port of 127.0.0.1, with the configuration that
// partners are given and the little that a machine's own configuration would add.

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../support/free-port.mjs';

export interface WebServer {
  readonly origin: string;
  /** What the server said about its configuration. */
  readonly complaints: string;
  /** What it has written down since, of its visitors too. */
  logs(): string;
  stop(): Promise<void>;
}

/** A folder that the server's own user can read. */
const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'web-server-'));
  chmodSync(folder, 0o755);
  return folder;
};

const answers = async (origin: string, server: ChildProcess): Promise<void> => {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (server.exitCode !== null) throw new Error(`The server ended at once, with ${server.exitCode}.`);
    const response = await fetch(origin).catch(() => undefined);
    await response?.arrayBuffer();
    if (response) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`No answer from ${origin} after 15 seconds.`);
};

const start = async (command: string, parts: string[], check: string[], folder: string, origin: string): Promise<WebServer> => {
  const { status, stdout, stderr, error } = spawnSync(command, check, { encoding: 'utf8' });
  if (error)
    throw new Error(
      `${command} is not there: apt-get install --no-install-recommends nginx-light libnginx-mod-http-brotli-static apache2-bin`,
    );
  if (status !== 0) throw new Error(`${command} refuses its configuration: ${stdout}${stderr}`);
  const server = spawn(command, parts, { stdio: 'ignore' });
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await answers(origin, server);
  } catch (failure) {
    await stop();
    throw failure;
  }
  const logs = () =>
    ['access.log', 'error.log']
      .map((name) => join(folder, name))
      .filter(existsSync)
      .map((file) => readFileSync(file, 'utf8'))
      .join('');
  return { origin, complaints: stdout + stderr, logs, stop };
};

const isRoot = process.getuid?.() === 0;

/** @param configuration what stands inside `server { … }` besides the address and the folder of the site */
export const startNginx = async ({
  root,
  configuration,
  modules = [],
}: {
  root: string;
  configuration: string;
  modules?: string[];
}): Promise<WebServer> => {
  const folder = temporaryFolder();
  const port = await freePort();
  const file = join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `${modules.map((name) => `load_module /usr/lib/nginx/modules/${name};`).join('\n')}
    ${isRoot ? 'user www-data;' : ''}
    daemon off;
    pid ${folder}/pid;
    error_log ${folder}/error.log;
    events {}
    http {
      include /etc/nginx/mime.types;
      access_log ${folder}/access.log;
      ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')}
      server {
        listen 127.0.0.1:${port};
        root ${root};
        ${configuration}
      }
    }`,
  );
  return start('/usr/sbin/nginx', ['-c', file, '-p', folder], ['-t', '-c', file, '-p', folder], folder, `http://127.0.0.1:${port}`);
};

/** The site's own `.htaccess` is the configuration under test. */
export const startApache = async ({ root }: { root: string }): Promise<WebServer> => {
  const folder = temporaryFolder();
  const port = await freePort();
  const file = join(folder, 'apache.conf');
  // As Debian enables them, and the two that the sample asks for.
  const modules = ['mpm_event', 'authz_core', 'mime', 'negotiation', 'dir', 'autoindex', 'deflate', 'filter', 'headers', 'rewrite'];
  writeFileSync(
    file,
    `${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
    ServerName 127.0.0.1
    Listen 127.0.0.1:${port}
    PidFile ${folder}/pid
    DefaultRuntimeDir ${folder}
    Mutex file:${folder} default
    ErrorLog ${folder}/error.log
    ${isRoot ? 'User www-data\nGroup www-data' : ''}
    TypesConfig /dev/null
    AddLanguage br .br
    AddType application/x-gzip .gz
    AddOutputFilterByType DEFLATE text/html text/javascript application/json text/plain
    DocumentRoot ${root}
    <Directory ${root}>
      Options Indexes FollowSymLinks MultiViews
      AllowOverride FileInfo
      Require all granted
    </Directory>
    <Files ".ht*">
      Require all denied
    </Files>`,
  );
  return start('/usr/sbin/apache2', ['-f', file, '-D', 'FOREGROUND'], ['-t', '-f', file], folder, `http://127.0.0.1:${port}`);
};

export const sample = (name: string): string => readFileSync(join('integrations/hosting', name), 'utf8');

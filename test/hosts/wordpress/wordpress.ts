// A real WordPress on this machine: Debian's package, its own database, PHP's own server.

import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../support/free-port.mjs';

const run = promisify(execFile);

const HERE = 'test/hosts/wordpress';
const PACKAGE = '/usr/share/wordpress';
const NEEDED: readonly (readonly [file: string, debianPackage: string])[] = [
  [`${PACKAGE}/wp-load.php`, 'wordpress'],
  [`${PACKAGE}/wp-content/themes/twentytwentyfive/theme.json`, 'wordpress-theme-twentytwentyfive'],
  ['/usr/bin/php', 'php-cli'],
  ['/usr/sbin/mariadbd', 'mariadb-server'],
];

/** Extension of PHP → package. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  curl: 'php-curl',
  gd: 'php-gd',
  intl: 'php-intl',
  mbstring: 'php-mbstring',
  mysqli: 'php-mysql',
  xml: 'php-xml',
};

export interface Site {
  readonly origin: string;
  /** Where its files are; both sites share them. */
  readonly files: string;
  /** Runs a script of this folder within the site. */
  php(script: string, ...parts: string[]): Promise<string>;
  /** What PHP complained about so far. */
  complaints(): Promise<string>;
}

export interface WordPress {
  /** An ordinary site. */
  readonly site: Site;
  /** The main site of a network, on which an administrator is not the network's. */
  readonly network: Site;
  stop(): Promise<void>;
}

/** Starts both sites. `scriptPort` is the one that oEmbed discovery may ask. */
export const startWordPress = async (scriptPort: number): Promise<WordPress> => {
  const loaded = await run('php', ['-m']).then(
    ({ stdout }) => stdout.split('\n'),
    (): string[] => [],
  );
  const missing = [
    ...NEEDED.filter(([file]) => !existsSync(file)).map(([, name]) => name),
    ...Object.keys(EXTENSIONS)
      .filter((name) => !loaded.includes(name))
      .map((name) => EXTENSIONS[name]!),
  ];
  if (missing.length > 0) throw new Error(`Missing on this machine: sudo apt-get install --no-install-recommends ${missing.join(' ')}`);

  const folder = await mkdtemp(join(tmpdir(), 'wordpress-'));
  const running: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    // The database last.
    for (const child of running.reverse()) {
      if (!isRunning(child)) continue;
      const ended = once(child, 'exit');
      child.ref();
      // Each leads a group of its own: PHP's workers go with it.
      process.kill(-child.pid!, 'SIGTERM');
      await ended;
    }
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const start = (command: string, parts: string[], env: NodeJS.ProcessEnv = process.env): ChildProcess => {
    const child = spawn(command, parts, { stdio: 'ignore', env, detached: true });
    child.unref();
    running.push(child);
    return child;
  };
  process.once('exit', () => running.filter(isRunning).forEach(({ pid }) => process.kill(-pid!, 'SIGKILL')));

  try {
    const root = join(folder, 'www');
    const socket = join(folder, 'db.sock');
    // The package's links lead to files elsewhere: the copy has those themselves.
    await Promise.all([
      cp(PACKAGE, root, { recursive: true, dereference: true, filter: (path) => !/\/(\.htaccess|wp-config\.php)$/.test(path) }),
      startDatabase(join(folder, 'db'), socket, start),
    ]);
    await cp(join(HERE, 'config.php'), join(root, 'wp-config.php'));
    await cp(join(HERE, 'classic-theme'), join(root, 'wp-content/themes/classic'), { recursive: true });
    for (const script of ['admin.php', 'install.php', 'network.php', 'plugin.php', 'router.php'])
      await cp(join(HERE, script), join(root, script));
    await cp(join(HERE, 'embeds.php'), join(root, 'wp-content/mu-plugins/embeds.php'));

    const startSite = async (prefix: string, inNetwork: boolean): Promise<Site> => {
      const port = await freePort();
      const origin = `http://127.0.0.1:${port}`;
      const log = join(folder, `${prefix}.log`);
      const env = {
        ...process.env,
        WP_PREFIX: prefix,
        WP_SOCKET: socket,
        WP_ORIGIN: origin,
        WP_LOG: log,
        WP_SCRIPT_PORT: String(scriptPort),
        PHP_CLI_SERVER_WORKERS: '4',
      };
      const site = (more: NodeJS.ProcessEnv): Site => ({
        origin,
        files: root,
        php: async (script, ...parts) => (await run('php', [join(root, script), ...parts], { env: { ...env, ...more } })).stdout,
        complaints: () => readFile(log, 'utf8').catch(() => ''),
      });
      await site({}).php('install.php');
      if (inNetwork) await site({}).php('network.php');
      const more = inNetwork ? { WP_NETWORK: '1' } : {};
      start('php', ['-d', 'opcache.enable=1', '-d', 'memory_limit=256M', '-S', `127.0.0.1:${port}`, '-t', root, join(root, 'router.php')], {
        ...env,
        ...more,
      });
      await answering(port);
      return site(more);
    };
    return { site: await startSite('one_', false), network: await startSite('many_', true), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

const isRunning = ({ pid, exitCode, signalCode }: ChildProcess): boolean => pid !== undefined && exitCode === null && signalCode === null;

const startDatabase = async (data: string, socket: string, start: (command: string, parts: string[]) => ChildProcess): Promise<void> => {
  const user = `--user=${userInfo().username}`;
  await run('mariadb-install-db', [
    '--no-defaults',
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    user,
  ]);
  const server = start('/usr/sbin/mariadbd', [
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${socket}`,
    '--skip-networking',
    '--innodb-flush-log-at-trx-commit=0',
    user,
  ]);
  for (;;) {
    if (server.exitCode !== null) throw new Error(`mariadbd ended with ${server.exitCode}`);
    const made = await run('mariadb', ['--no-defaults', `--socket=${socket}`, '-u', 'root', '-e', 'CREATE DATABASE wordpress']).catch(
      () => undefined,
    );
    if (made) return;
    await soon();
  }
};

const answering = async (port: number): Promise<void> => {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (
      await fetch(`http://127.0.0.1:${port}/wp-includes/images/blank.gif`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await soon();
  }
  throw new Error('PHP does not answer');
};

const soon = () => new Promise((resolve) => setTimeout(resolve, 100));

/** Someone who is logged in, as the block editor is: by cookie and nonce. */
export interface User {
  readonly cookies: readonly string[];
  /** The REST interface that the block editor saves through. */
  rest<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
}

export const logIn = async ({ origin }: Site, name: string): Promise<User> => {
  const cookies: string[] = ['wordpress_test_cookie=WP%20Cookie%20check'];
  const cookie = () => ({ cookie: cookies.join('; ') });
  const login = await fetch(`${origin}/wp-login.php`, {
    method: 'POST',
    redirect: 'manual',
    headers: cookie(),
    body: new URLSearchParams({ log: name, pwd: name, testcookie: '1' }),
  });
  cookies.push(...login.headers.getSetCookie().map((line) => line.split(';', 1)[0]!));
  const nonce = await (await fetch(`${origin}/wp-admin/admin-ajax.php?action=rest-nonce`, { headers: cookie() })).text();
  if (!/^\w{10}$/.test(nonce)) throw new Error(`${name} cannot log in: ${login.status} ${nonce}`);
  return {
    cookies,
    rest: async (method, path, body) => {
      const response = await fetch(`${origin}/wp-json/wp/v2/${path}`, {
        method,
        headers: { ...cookie(), 'x-wp-nonce': nonce, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${name}, ${method} ${path}: ${response.status} ${text}`);
      return JSON.parse(text);
    },
  };
};

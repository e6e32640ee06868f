/** Fetches the contact data that a host names with `src`: the only request the panel ever makes. */
import type { Problem } from '../problems.js';
import type { Contact } from './contact.js';
import { readContacts } from './read-contacts.js';

/** What an address gave. Nothing in it: the built-in panel is on screen anyway. */
export interface SourcedContacts {
  readonly contacts: readonly Contact[];
  readonly problems: readonly Problem[];
}

/** Milliseconds until the last byte. */
const TIME_LIMIT = 5000;
/** Bytes after decompression. */
const SIZE_LIMIT = 256 * 1024;
const DAY = 86_400_000;
/** Addresses remembered, in case a host keeps changing `src`. */
const MOST_SOURCES = 20;

/** A failure whose message is written for the webmaster. */
class SourceError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** @throws {SourceError} for an address that is not asked */
const absolute = (src: string, base: string): string => {
  try {
    const url = new URL(src, base);
    const { protocol, hostname, username, password } = url;
    const isLocal = /^(localhost|127\.0\.0\.1|\[::1])$/.test(hostname);
    const isPlain = protocol === 'http:' && (isLocal || base.startsWith(protocol));
    url.hash = '';
    if ((isPlain || protocol === 'https:') && !username && !password) return url.href;
  } catch {
    // Not a URL.
  }
  throw new SourceError('src-address', 'expected an https: address without a password');
};

/** @throws {SourceError} when the document is too big */
const textOf = async ({ body }: Response, abort: () => void): Promise<string> => {
  // The length a server announces may be that of the compressed bytes, or a lie: the bytes are counted.
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = body!.getReader();
  let text = '';
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > SIZE_LIMIT) {
      abort();
      throw new SourceError('src-size', `the document has more than ${SIZE_LIMIT / 1024} kB`);
    }
    text += decoder.decode(value, { stream: true });
  }
};

/** @throws {SourceError} when no document arrives; other errors are those of `fetch` and the decoder */
const download = async (url: string, request: typeof fetch): Promise<unknown> => {
  const controller = new AbortController();
  const abort = () => controller.abort();
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Not `AbortSignal.timeout`: older browsers lack it, and a service worker may ignore the signal.
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      abort();
      reject(new SourceError('src-timeout', `no answer within ${TIME_LIMIT / 1000} seconds`));
    }, TIME_LIMIT);
  });
  const answer = async (): Promise<unknown> => {
    const response = await request(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: controller.signal,
    });
    if (!response.ok) {
      abort();
      throw new SourceError('src-status', `the server answered ${response.status}`);
    }
    const text = await textOf(response, abort);
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new SourceError('src-json', `the document is not JSON (${String((error as Error).message).slice(0, 200)})`);
    }
  };
  try {
    return await Promise.race([answer(), tooLate]);
  } finally {
    clearTimeout(timer);
  }
};

const asError = (error: unknown): SourceError =>
  error instanceof SourceError
    ? error
    : new SourceError(
        'src-network',
        `it could not be fetched (${String(error).slice(0, 200)}). Is the address right, the document UTF-8, and does another origin's server send Access-Control-Allow-Origin, this page's policy allow connect-src?`,
      );

interface Entry {
  /** Epoch milliseconds of the request, once a believable time is known. */
  at: number;
  pending: boolean;
  answer: Promise<SourcedContacts>;
}

/** One request for an address, shared by all panels of the page. */
export class ContactSources {
  readonly #entries = new Map<string, Entry>();
  readonly #request: typeof fetch;

  /** @param request for tests */
  constructor(request: typeof fetch = (...given) => fetch(...given)) {
    this.#request = request;
  }

  /**
   * The contacts at an address; every panel that asks gets the same answer. Never rejects: what
   * fails is in `problems`, and after a repeated reading the contacts read before stay.
   *
   * Asked while an answer is a day old, it reads again. Ask only when `src` is set and when the
   * page is shown again, never from a timer.
   *
   * @param src as the host wrote it
   * @param base what relative addresses start from, `document.baseURI`
   * @param now epoch milliseconds; `undefined` or `NaN` where it is not known: then nothing ages
   */
  load(src: string, base: string, now: number | undefined): Promise<SourcedContacts> {
    let url: string;
    try {
      url = absolute(src, base);
    } catch (error) {
      return Promise.resolve(this.#failure(src, error));
    }
    const known = this.#entries.get(url);
    if (known && !(now! - known.at >= DAY && !known.pending)) {
      if (!Number.isFinite(known.at)) known.at = now ?? NaN;
      return known.answer;
    }
    if (!known && this.#entries.size >= MOST_SOURCES) this.#entries.clear();
    const entry: Entry = { at: now ?? NaN, pending: true, answer: this.#read(url, known?.answer) };
    void entry.answer.then(() => (entry.pending = false));
    this.#entries.set(url, entry);
    return entry.answer;
  }

  async #read(url: string, before: Promise<SourcedContacts> | undefined): Promise<SourcedContacts> {
    try {
      const problems: Problem[] = [];
      const contacts = readContacts(await download(url, this.#request), (problem) =>
        problems.push({ ...problem, attribute: 'src', message: `src ${url}: ${problem.message}` }),
      );
      return Object.freeze({ contacts, problems: Object.freeze(problems) });
    } catch (error) {
      return this.#failure(url, error, (await before)?.contacts);
    }
  }

  #failure(src: string, error: unknown, contacts: readonly Contact[] = []): SourcedContacts {
    const { code, message } = asError(error);
    const used = contacts.length ? 'the contacts read before' : 'the built-in contacts';
    const shown = src.length > 200 ? `${src.slice(0, 200)}…` : src;
    const problem: Problem = { code, attribute: 'src', used, message: `src ${shown}: ${message}. Using ${used}.` };
    return Object.freeze({ contacts, problems: Object.freeze([problem]) });
  }
}

/** The page's own. */
export const contactSources = new ContactSources();

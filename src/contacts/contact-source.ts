/** Fetches the contact data that a host names with `src`: the only request the panel ever makes. */
import { attempt } from '../attempt.js';
import { DAY } from '../hours/calendar.js';
import { NativeURL } from '../native-url.js';
import type { Contact } from './contact.js';
import { readHostContacts, type HostContacts } from './host-contacts.js';

/** Milliseconds that the answer may take, to its last byte. */
const TIME_LIMIT = 5000;
/** Milliseconds of its last step: at least as long is waited after a page was frozen, for an answer that came meanwhile. */
const LAST_STEP = 1000;
/** Bytes that the answer may have, after decompression. */
export const SIZE_LIMIT = 256 * 1024;
/** Addresses remembered, in case a host keeps changing `src`. */
const MOST_SOURCES = 20;

/** A failure in words for the webmaster; the cause is the code of its problem. */
const failure = (cause: string, message: string): Error => Object.assign(new Error(message), { cause });

/**
 * The absolute address of `src`, if it may be asked: `https:`, or `http:` on this computer or for a page that
 * is itself insecure; without a password, which `fetch` refuses. False for any other.
 *
 * @throws {TypeError} for what is no address
 */
export const fetchableUrl = (src: string, base: string): string | false => {
  const url = new NativeURL(src, base);
  const { protocol, hostname, username, password } = url;
  const mayBePlain = base.startsWith('http:') || /^(localhost|127\.0\.0\.1|\[::1])$/.test(hostname);
  url.hash = '';
  return (protocol === 'https:' || (protocol === 'http:' && mayBePlain)) && !username && !password && url.href;
};

/** The document as text; a length that the server announces may be a lie, so bytes are counted. */
const textOf = async ({ body }: Response): Promise<string> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = body!.getReader();
  let text = '';
  let size = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    size += chunk.value.length;
    if (size > SIZE_LIMIT) throw failure('src-size', `more than ${SIZE_LIMIT} bytes`);
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
};

/**
 * The JSON at an address, parsed.
 *
 * @throws {Error} when the request fails or takes too long, or the answer is an error status, is over
 *   SIZE_LIMIT, or is not JSON in UTF-8. Anything else may be thrown by a replacement for `fetch`.
 */
const download = async (url: string): Promise<unknown> => {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const answer = async (): Promise<unknown> => {
    const response = await fetch(url, {
      // A closure must reach those who have been here before: a document without cache headers is kept for a tenth of its age.
      cache: 'no-cache',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: controller.signal,
    });
    if (!response.ok) throw failure('src-status', `the server answered ${response.status}`);
    return JSON.parse(await textOf(response));
  };
  // Not `AbortSignal.timeout`: older browsers lack it, and a service worker may ignore the signal.
  const tooLate = new Promise((_, reject) => {
    const giveUp = (): void => reject(failure('src-timeout', `no answer in ${TIME_LIMIT / 1000} seconds`));
    // In two steps: where the page was frozen before the last one, an answer that has come meanwhile is read first.
    timer = setTimeout(() => (timer = setTimeout(giveUp, LAST_STEP)), TIME_LIMIT - LAST_STEP);
  });
  try {
    return await Promise.race([answer(), tooLate]);
  } catch (error) {
    // Stops what is still under way. Not after a success: a page's replacement for `fetch` may still read a copy, which would fail.
    controller.abort();
    throw error;
  } finally {
    clearTimeout(timer);
  }
};

const read = async (url: string, source: Source, before: Promise<HostContacts> | undefined): Promise<HostContacts> => {
  try {
    return readHostContacts(await download(url), 'src', `src ${url.slice(0, 200)}`);
  } catch (error) {
    // Soon to be asked again: WebKit ends the requests of a page that is left, and Back shows the same page again.
    source.maxAge = TIME_LIMIT;
    return failed(url, error, (await before)?.contacts);
  }
};

const failed = (src: string, error: unknown, contacts: readonly Contact[] = []): HostContacts => {
  // Anything may be thrown by what stands in for `fetch`.
  const { cause, message } = Object(error) as Error;
  const code = typeof cause === 'string' ? cause : error instanceof SyntaxError ? 'src-json' : 'src-network';
  const hint = code === 'src-network' ? ' (are address, Access-Control-Allow-Origin, connect-src and UTF-8 right?)' : '';
  const used = contacts.length ? 'the contacts read before' : 'the built-in contacts';
  return {
    contacts,
    problems: [{ code, attribute: 'src', used, message: `src ${src.slice(0, 200)}: ${message}${hint}. Using ${used}.` }],
  };
};

/** `at` is the epoch millisecond of the request, `NaN` until a time is known; `maxAge` is in milliseconds. */
interface Source {
  at: number;
  maxAge: number;
  answer: Promise<HostContacts>;
}

/** By absolute address. */
const sources = new Map<string, Source>();

/**
 * The contacts at an address. All panels of the page share one request. The promise never rejects:
 * failures are in `problems`. A call reads the address again when the last request is a day old, or
 * `TIME_LIMIT` if it failed (a train comes out of its tunnel); if that fails, the contacts read before
 * stay. So call this only when `src` is set, when the page is shown again and when the network is back,
 * never from a timer.
 *
 * @param src as the host wrote it
 * @param base what relative addresses start from: the panel's `baseURI` when `src` was set
 * @param now epoch milliseconds; `NaN` where no time is known: then nothing ages
 */
export const loadContacts = async (src: string, base: string, now: number): Promise<HostContacts> => {
  const url = attempt(() => fetchableUrl(src, base));
  if (!url) return failed(src, failure('src-address', 'expected an https: address'));
  const known = sources.get(url);
  if (known && !(now - known.at >= known.maxAge)) {
    // The first request went out before the clock was read.
    known.at ||= now;
    return known.answer;
  }
  if (sources.size >= MOST_SOURCES) sources.clear();
  // `answer` is set below: `read` needs this object, to shorten `maxAge` if the request fails.
  const source = { at: now, maxAge: DAY } as Source;
  sources.set(url, source);
  return (source.answer = read(url, source, known?.answer));
};

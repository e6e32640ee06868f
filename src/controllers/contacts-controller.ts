import type { ReactiveControllerHost } from 'lit';
import { alwaysOpen, isOld } from '../contact-status.js';
import { loadContacts } from '../contacts/contact-source.js';
import type { Contact } from '../contacts/contact.js';
import { NO_HOST_CONTACTS, readHostContacts } from '../contacts/host-contacts.js';
import { publishedContacts } from '../contacts/published-contacts.js';
import { mergeContacts } from '../contacts/read-contacts.js';
import { withoutPrototype } from '../own-properties.js';
import type { Problem } from '../problems.js';
import { afterPress } from './after-press.js';
import type { ClockController } from './clock-controller.js';

/** The contacts of record. One copy serves all panels, since parsed opening hours are cached per contact object. */
const builtIn = publishedContacts.map(withoutPrototype);

/** The contacts of a panel: those of record are on screen before, during and after whatever a host gives. */
export class ContactsController {
  /** Every contact there is, in order, `emergency` first. */
  merged: readonly Contact[] = builtIn;
  readonly #host: ReactiveControllerHost & Element;
  readonly #clock: ClockController;
  /** The `src` that was asked, and what it gave; nothing yet while the answer is on its way. */
  #src: string | undefined;
  #fromSrc = NO_HOST_CONTACTS;
  /**
   * The base URL at the time `src` was set: client-side navigation changes the page's address, but a relative `src` still means
   * the same document.
   */
  #base = '';
  #fromProperty = NO_HOST_CONTACTS;

  constructor(host: ReactiveControllerHost & Element, clock: ClockController) {
    this.#host = host;
    this.#clock = clock;
  }

  /** Whether everything that the host gives has arrived. */
  get isComplete(): boolean {
    return !this.#src || this.#fromSrc !== NO_HOST_CONTACTS;
  }

  /** What is wrong with what the host gives. */
  problems(): readonly Problem[] {
    return [...this.#fromSrc.problems, ...this.#fromProperty.problems, ...this.#oldHours()];
  }

  /** Problems for hours that a host has let grow old. Not for those of record: nobody can correct them on the page. */
  #oldHours(): readonly Problem[] {
    const { value } = this.#clock;
    if (value === undefined) return [];
    return Object.entries({ src: this.#fromSrc, contacts: this.#fromProperty }).flatMap(([attribute, { contacts }]) =>
      contacts
        .filter((contact) => !alwaysOpen(contact) && isOld(contact.checkedOn, value))
        .map(({ id }) => ({
          code: 'old-hours',
          attribute,
          message: `The hours of "${id}" count as old: no checkedOn in the last twelve months. Check them and set it to today.`,
          used: '"usually" before the status',
        })),
    );
  }

  /** Takes what the host has set as a property. */
  readProperty(contacts: unknown): void {
    // Frameworks write `[object Object]` for a value that they could not pass before the element was defined.
    const isAbsent = contacts == null || contacts === '[object Object]';
    this.#fromProperty = isAbsent ? NO_HOST_CONTACTS : readHostContacts(contacts, 'contacts', 'contacts');
    this.#merge();
  }

  /** Asks `src` for contacts, unless it is what was asked before. */
  ask(src: string | undefined): void {
    if (src === this.#src) return;
    this.#src = src;
    this.#base = this.#host.baseURI;
    this.#fromSrc = NO_HOST_CONTACTS;
    this.#merge();
    this.load();
  }

  /** Asks `src`, also again where its answer has grown old, and takes what it gives. */
  async load(): Promise<void> {
    const src = this.#src;
    if (!src) return;
    const answer = await loadContacts(src, this.#base, this.#clock.value ?? NaN);
    const act = () => {
      if (src !== this.#src || answer === this.#fromSrc) return;
      this.#fromSrc = answer;
      this.#merge();
      this.#host.requestUpdate();
    };
    // Before the first look, at once, even during a press: a panel that a tap on the page brings gets its statuses right after its
    // first paint. If the answer waited half a second, a line that it closes would first be shown as open.
    if (this.#clock.hasLooked) afterPress(act);
    else act();
  }

  /** Called only when an input changes: parsed opening hours are cached per contact object, and merging may make new ones. */
  #merge(): void {
    const contacts = mergeContacts(builtIn, [...this.#fromSrc.contacts, ...this.#fromProperty.contacts]);
    this.merged = contacts.map((contact) => (builtIn.includes(contact) ? contact : withoutPrototype(contact)));
  }
}

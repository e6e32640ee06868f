import type { ReactiveControllerHost } from 'lit';
import { StatusEvent, type ContactState } from '../events.js';
import { plain, type Text } from '../i18n/text.js';
import { isShown } from '../is-shown.js';
import type { ContactView } from '../contact-view.js';
import type { ClockController } from './clock-controller.js';

/** Tells the page and screen readers of the states of a panel's contacts. */
export class StateTeller {
  /** What a screen reader is told. */
  announcement: Text = '';
  /** The parts of it that can stop being true. */
  #lines: readonly string[] = [];
  readonly #host: ReactiveControllerHost & Element;
  readonly #clock: ClockController;
  #states: ReadonlyMap<string, ContactState> = new Map();
  /** The states at the last update while the page was visible: what differs from them is announced. */
  #heard = this.#states;

  constructor(host: ReactiveControllerHost & Element, clock: ClockController) {
    this.#host = host;
    this.#clock = clock;
  }

  /** For a panel that the page puts in, or back: nothing is announced then. */
  forget(): void {
    this.#heard = new Map();
  }

  /**
   * Tells a screen reader, when it has time.
   *
   * @param lines the parts of `text` that can stop being true; when one does, the text is taken away
   */
  tell(text: Text, lines: readonly string[] = []): void {
    this.announcement = text;
    this.#lines = lines;
    this.#host.requestUpdate();
  }

  /** Tells of what differs from the states before. Nothing is known before the first look at the clock. */
  tellStates(contacts: readonly ContactView[]): void {
    if (!this.#clock.hasLooked) return;
    const before = this.#states;
    const heard = this.#heard;
    this.#states = new Map(contacts.map(({ id, state }) => [id, state]));
    // Screen readers say nothing of a page in the background: what changes there is told on return.
    if (!document.hidden) this.#heard = this.#states;
    const differs = (from: typeof before) => ({ id, state }: ContactView) => from.get(id) !== state;
    const lineOf = ({ name, status }: ContactView): Text => [name, ': ', status, '\n'];
    // A screen reader hears a change of state, once on the page, from a panel that it finds, and nothing when one appears.
    const news = document.hidden ? [] : contacts.filter(differs(heard)).filter(({ id }) => heard.has(id) && isShown(this.#host)).map(lineOf).filter((line) => this.#clock.claim(plain(line)));
    if (news[0]) this.tell(news, news.map(plain));
    // A screen reader can also come upon the announcement later: it is removed once one of its lines is no longer true.
    else if (!this.#lines.every((line) => contacts.some((contact) => plain(lineOf(contact)) === line))) this.tell('');
    for (const { id, state } of contacts.filter(differs(before))) this.#host.dispatchEvent(new StatusEvent(id, state, before.get(id)));
  }
}

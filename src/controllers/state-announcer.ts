import type { ReactiveControllerHost } from 'lit';
import { StatusEvent, type ContactState } from '../events.js';
import { plainText, type Text } from '../i18n/text.js';
import { isShown } from '../is-shown.js';
import type { ContactView } from '../contact-view.js';
import type { ClockController } from './clock-controller.js';

/** Announces the states of a panel's contacts to screen readers, and reports them to the page as events. */
export class StateAnnouncer {
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

  /** Called when the panel is put into the page, or back: no change is announced then. */
  forget(): void {
    this.#heard = new Map();
  }

  /**
   * Announces a text, after what the screen reader is saying.
   *
   * @param lines the parts of `text` that can stop being true; when one does, the text is taken away
   */
  announce(text: Text, lines: readonly string[] = []): void {
    if (text !== this.announcement) this.#host.requestUpdate();
    this.announcement = text;
    this.#lines = lines;
  }

  /** Announces, and reports, the states that have changed. Nothing is known before the first look at the clock. */
  reportStates(contacts: readonly ContactView[]): void {
    if (!this.#clock.hasLooked) return;
    const before = this.#states;
    const heard = this.#heard;
    this.#states = new Map(contacts.map(({ id, state }) => [id, state]));
    // Screen readers say nothing of a page in the background: what changes there is told on return.
    if (!document.hidden) this.#heard = this.#states;
    const differs =
      (from: typeof before) =>
      ({ id, state }: ContactView) =>
        from.get(id) !== state;
    const lineOf = ({ name, status }: ContactView): Text => [name, ': ', status, '\n'];
    // A change is announced once per page, by a panel that is shown. The first state of a contact is not.
    const news = document.hidden
      ? []
      : contacts
          .filter(differs(heard))
          .filter(({ id }) => heard.has(id) && isShown(this.#host))
          .map(lineOf)
          .filter((line) => this.#clock.claim(plainText(line)));
    if (news[0]) this.announce(news, news.map(plainText));
    // A screen reader can also come upon the announcement later: it is taken away once one of its lines is no longer true.
    else if (!this.#lines.every((line) => contacts.some((contact) => plainText(lineOf(contact)) === line))) this.announce('');
    for (const { id, state } of contacts.filter(differs(before))) this.#host.dispatchEvent(new StatusEvent(id, state, before.get(id)));
  }
}

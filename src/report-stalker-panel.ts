import { LitElement, type CSSResult, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { attempt } from './attempt.js';
import { publishedContacts } from './contacts/published-contacts.js';
import { ClockController } from './controllers/clock-controller.js';
import { ContactsController } from './controllers/contacts-controller.js';
import { ExitController } from './controllers/exit-controller.js';
import { canLeave, pageHasExit } from './controllers/exit-offer.js';
import { followLanguages, langAround } from './controllers/language-controller.js';
import { StateAnnouncer } from './controllers/state-announcer.js';
import { ExitEvent, NativeEvent, ProblemEvent } from './events.js';
import { updateKeepingFocus } from './focus.js';
import { parseLondonInstant } from './hours/london-time.js';
import { isEdited } from './is-edited.js';
import { languageFor, type Language } from './i18n/languages.js';
import { isForeign } from './i18n/text.js';
import { optionNames, optionTable, readOptions, type Option, type Options } from './options.js';
import { panelTemplate } from './panel-template.js';
import { panelView, type PanelView } from './panel-view.js';
import { keepFromPage } from './presses.js';
import type { Problem } from './problems.js';
import { quote } from './quote.js';
import { styles } from './report-stalker-panel.styles.js';
import { swallowsContent } from './swallowed-content.js';
import { warnOnce } from './warn-once.js';

export const TAG = 'report-stalker-panel';

/** All but `lang`, which stays the native property: it reflects by itself, and is inherited. */
const ownOptions = optionNames.filter((name) => name !== 'lang');

/** The present in milliseconds, as `Event.timeStamp`. (The page may have a variable named `performance`.) */
const timeOfEvents = (): number => new NativeEvent('').timeStamp;

/**
 * Tells someone who is being stalked whom to call, and which helpline is open right now.
 *
 * @slot - What stays on screen until the panel can replace it, and for good if it never can.
 * @fires {StatusEvent} rsp-status - A contact's state became known or changed.
 * @fires {ProblemEvent} rsp-problem - Something the host gave could not be used.
 * @fires {ExitEvent} rsp-exit - The visitor leaves; cancelling it hands everything to the host.
 * @csspart panel - The whole panel.
 * @csspart heading - The main heading.
 * @csspart exit - The link that leaves the page.
 * @csspart contact - One contact.
 * @csspart status - A contact's status.
 * @csspart number - A contact's number.
 * @cssprop {<color>} [--rsp-color-text] - Names, numbers, closed statuses, the ring of the focus: 7:1 on the background.
 * @cssprop {<color>} [--rsp-color-muted] - Hours and small print; the text colour if that is set: 4.5:1 on the background, better 7:1.
 * @cssprop {<color>} [--rsp-color-background] - The ground of the panel.
 * @cssprop {<color>} [--rsp-color-border] - Lines; they carry no meaning.
 * @cssprop {<color>} [--rsp-color-danger] - The ground of the emergency contact.
 * @cssprop {<color>} [--rsp-color-on-danger] - Words on it: 7:1. The button with 999 keeps its own colours.
 * @cssprop {<color>} [--rsp-color-open] - The status "open"; the text colour if that is set: 7:1 on the background.
 * @cssprop {<color>} [--rsp-color-maybe] - The status "may be open"; the text colour if that is set: 7:1 on the background.
 * @cssprop {<color>} [--rsp-color-button] - The ground of the exit link.
 * @cssprop {<color>} [--rsp-color-on-button] - Its words: 7:1 on the button.
 * @cssprop {<family-name>#} [--rsp-font-family] - The font; the device's own unless set.
 * @cssprop {<length>} [--rsp-radius=0.625em] - How round the corners are.
 * @cssprop {<length>} [--rsp-sticky-top=0px] - How far from the top of the window the exit stays while the panel is scrolled: the height of a header of yours that stays there.
 * @cssprop {<length>} [--rsp-spacing=12px] - The room beside the text; that above and below it is 0.6 of it.
 */
export class ReportStalkerPanel extends LitElement {
  // Getters, since a static field becomes a static block, which Safari reads from 16.4 on.
  static override get styles(): CSSResult {
    return styles;
  }

  static override get properties(): PropertyDeclarations {
    return {
      contacts: { attribute: false },
      ...Object.fromEntries(
        ownOptions.map((name) => {
          const { attribute, fallback, read }: Option = optionTable[name];
          // What cannot be read is kept as it is, so that it can be reported.
          const fromAttribute = (value: string | null) => (value === null ? fallback : (read(value.trim()) ?? value));
          return [name, { attribute, converter: { fromAttribute } }];
        }),
      ),
    };
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang', 'tabindex'];
  }

  /** The nation the page is for: lines that do not cover it are left out, and its own is added. */
  declare region: Options['region'];
  /** Contact ids to show, in order; as text, with spaces between them. Beats `region`; `emergency` is first in any case. */
  declare show: Options['show'] | string;
  /** The name of the partner's own police force. */
  declare policeName: Options['policeName'];
  /** The force's online reporting page, an https URL. */
  declare policeHref: Options['policeHref'];
  /** Address of a JSON document with the host's own contacts (`contacts.schema.json`); the only request the panel ever makes. */
  declare src: Options['src'];
  /** The host's own contacts, as an object of the shape of the document at `src`, whose contacts they beat; a new object for each change. */
  declare contacts: unknown;
  /** The panel's heading. */
  declare heading: Options['heading'];
  /** The level of the panel's heading, 1 to 6. */
  declare headingLevel: Options['headingLevel'];
  /** One short list: name, status, number, date of the check. */
  declare compact: Options['compact'];
  /** `auto` follows the page's `color-scheme`. */
  declare theme: Options['theme'];
  /** Leaves out the exit link and its Shift shortcut. */
  declare withoutExit: Options['withoutExit'];
  /** Where the exit link leads, an http(s) URL. */
  declare exitHref: Options['exitHref'];
  /** Previews an instant, `2026-12-25T10:00` say, in London time unless it carries an offset; the panel says that it is a preview. */
  declare now: Options['now'];

  readonly #clock = new ClockController(
    this,
    // The page has woken: `src` may have news.
    () => void this.#contacts.load(),
    // The panel has been painted: until then, no tap was aimed at its exit.
    () => (this.#exit.absentAt = Math.min(this.#exit.absentAt, timeOfEvents())),
  );
  readonly #exit = new ExitController(this, {
    // No exit where the page is being edited: the work would be lost.
    href: () => (isEdited(this) ? undefined : this.#exitHref),
    coverText: () => {
      const text = this.#language.say((messages) => messages.loading);
      return isForeign(text) ? text : { text, lang: this.#language.lang };
    },
    onExit: () => this.dispatchEvent(new ExitEvent()),
    onProgress: (missing) => this.#announcer.announce(missing < 3 ? this.#language.say((messages) => messages.pressShift(missing)) : ''),
  });

  readonly #contacts = new ContactsController(this, this.#clock);
  readonly #announcer = new StateAnnouncer(this, this.#clock);
  #problems: readonly Problem[] = [];
  /** What `reportProblem` was given, by message. */
  readonly #outsideProblems = new Map<string, Problem>();
  /** How many times the page has taken the panel out of the order of the Tab key. */
  #tabIndexResets = 0;
  readonly #reported = new Set<string>();
  #options!: Options;
  #language!: Language;
  #view!: PanelView;
  #exitHref: string | undefined;
  #swallows = false;
  #failed = false;

  constructor() {
    super();
    followLanguages(this);
    for (const name of ownOptions) (this as Record<string, unknown>)[name] = optionTable[name].fallback;
  }

  /** What is wrong with the present configuration, for tools; each was reported once. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Lists and reports a problem that only the surroundings of the panel can see. */
  reportProblem(problem: Problem): void {
    this.#outsideProblems.set(problem.message, problem);
    this.requestUpdate();
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    super.attributeChangedCallback(name, before, value);
    if (name === 'lang') this.requestUpdate();
    // Pages write it on what a link leads to, to put the focus there; but then browsers skip everything in the panel when Tab
    // is pressed. Not for ever: an observer of the page may insist on it.
    if (name === 'tabindex' && parseInt(value!) < 0 && this.#tabIndexResets++ < 9999) this.tabIndex = 0;
  }

  /** Drawers and sliders capture the pointer for what they see pressed. Captured for the panel, a click would go past the link in it. */
  override setPointerCapture(id: number): void {
    attempt(() => super.setPointerCapture.call(event!.composedPath()[0] as Element, id));
  }

  override connectedCallback(): void {
    this.#safely(() => {
      // Here, not when the panel is taken out: an update may still come after that.
      this.#announcer.forget();
      super.connectedCallback();
      for (const type of ['keydown', 'keypress', 'keyup', 'click']) this.renderRoot.addEventListener(type, keepFromPage);
      this.requestUpdate();
      document.addEventListener('DOMContentLoaded', this.#childrenParsed);
      attempt(() => addEventListener('beforeprint', this.#beforePrint));
    });
  }

  override disconnectedCallback(): void {
    // Not `#safely`: the page may have replaced a function called here by one that throws, but a panel that is out of the page needs
    // no fallback.
    attempt(() => {
      super.disconnectedCallback();
      document.removeEventListener('DOMContentLoaded', this.#childrenParsed);
      removeEventListener('beforeprint', this.#beforePrint);
    });
  }

  protected override performUpdate(): void {
    this.#safely(() => updateKeepingFocus(this, !this.#language, () => super.performUpdate()));
  }

  /** Whatever goes wrong inside never reaches the page, and leaves numbers on screen. */
  #safely(act: () => void): void {
    if (this.#failed) return;
    try {
      act();
    } catch (error) {
      this.#failed = true;
      try {
        this.#showFallback();
      } catch {
        // Not even that. Where no number is on screen yet, what is inside the element takes its place in the page.
        attempt(() => this.shadowRoot?.querySelector('a') || this.replaceWith(`${publishedContacts[0]!.number} `, ...this.childNodes));
      }
      attempt(() => console.error(`<${TAG}> shows its fallback content:`, error));
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    const problems: Problem[] = [...this.#outsideProblems.values()];
    const report = (problem: Problem) => problems.push(problem);
    const given = Object.fromEntries(ownOptions.map((name) => [name, this[name]]));
    const options = (this.#options = readOptions({ ...given, lang: langAround(this) }, report));
    this.#language = languageFor(options.lang);

    if (changed.has('contacts')) this.#contacts.readProperty(this.contacts);
    this.#contacts.ask(options.src);
    problems.push(...this.#contacts.problems());

    // Where the frame cannot be left, or the page has moved the panel into another window, the view is made without an exit
    // too: no link, and no safety note about it.
    const withoutExit = options.withoutExit || !canLeave() || this.ownerDocument !== document;
    this.#view = panelView({
      contacts: this.#contacts.merged,
      options: { ...options, withoutExit },
      language: this.#language,
      now: this.#now,
    });
    problems.push(...this.#language.problems());
    // While the host's data is on its way, an id may still turn out to be one of its own.
    if (this.#contacts.isComplete)
      for (const id of this.#view.unknownIds)
        report({
          code: 'unknown-id',
          attribute: 'show',
          message: `show: no contact has the id ${quote(id)}. It is left out.`,
          used: 'the contacts that exist',
        });

    const standsDown = !options.withoutExit && pageHasExit();
    if (!this.#exitHref) this.#exit.absentAt = this.#clock.hasLooked ? timeOfEvents() : Infinity;
    this.#exitHref = withoutExit || standsDown ? undefined : options.exitHref;
    if (standsDown)
      report({
        code: 'exit-exists',
        message: 'The page has an exit of its own: the panel shows none.',
        used: 'the exit of the page',
      });

    this.#swallows = swallowsContent(this);
    if (this.#swallows)
      report({
        code: 'swallowed-content',
        message: `<${TAG}> contains parts of the page: was it closed as <${TAG} />? Write <${TAG}></${TAG}>.`,
        used: 'the content is shown below the panel',
      });
    if (this.parentElement?.closest(TAG))
      report({ code: 'nested', message: `A <${TAG}> is inside another; the outer is shown.`, used: 'the outer panel' });
    this.#problems = Object.freeze(problems);
  }

  protected override updated(): void {
    this.#clock.lookAgainAt(this.#options.now === undefined ? this.#view.changesAt : undefined);
    this.#announcer.reportStates(this.#view.groups.flatMap((group) => group.contacts));
    for (const problem of this.#problems) {
      const key = JSON.stringify(problem);
      if (this.#reported.has(key)) continue;
      this.#reported.add(key);
      warnOnce(problem.message);
      this.dispatchEvent(new ProblemEvent(problem));
    }
  }

  /** When the parser reaches the start tag, the children are not there yet. */
  readonly #childrenParsed = (): void => this.requestUpdate();

  /** Pages that print a part of theirs swap the body for it and print at once, before any update. */
  readonly #beforePrint = (): void => this.performUpdate();

  /**
   * The instant shown, in epoch milliseconds: that of the preview, else the present. `undefined` before the first look at the
   * clock, `NaN` where it cannot be told.
   */
  get #now(): number | undefined {
    const { now } = this.#options;
    const { value } = this.#clock;
    if (now === undefined || value === undefined) return value;
    return attempt(() => parseLondonInstant(now), NaN);
  }

  #showFallback(): void {
    // Fallback content may be white space, or anything else that calls nobody.
    const numbers = this.querySelector('[href="tel:999"]') ? [] : publishedContacts.slice(0, 2);
    const links = numbers.flatMap(({ number }) => {
      const link = document.createElement('a');
      link.href = `tel:${number}`;
      link.textContent = number;
      return [link, ' '];
    });
    const root = this.shadowRoot;
    if (root) root.replaceChildren(...links, document.createElement('slot'));
    else this.prepend(...links);
  }

  protected override render(): TemplateResult {
    return panelTemplate({
      view: this.#view,
      options: this.#options,
      language: this.#language,
      exit: this.#exit,
      exitHref: this.#exitHref,
      announcement: this.#announcer.announcement,
      showsContent: this.#swallows,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'report-stalker-panel': ReportStalkerPanel;
  }
}

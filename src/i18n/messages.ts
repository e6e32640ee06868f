import type { Nation } from '../contacts/contact.js';
import type { HoursWords } from './hours-in-words.js';

/** The words of a built-in contact. */
export interface ContactWords {
  readonly name: string;
  readonly organisation?: string;
  readonly purpose?: string;
  readonly cost?: string;
}

/** One way to reach help without speaking. */
export interface Note {
  readonly heading: string;
  readonly text: string;
}

/**
 * Every word the panel can say, in one language. Text only, never HTML.
 *
 * Times arrive as the language's own words ("9:30am"), days as a phrase ("on Monday" without
 * the "on" where the language does not need it), so that each function is one sentence part.
 */
export interface Messages {
  /** BCP 47 tag these words are in. */
  readonly lang: string;

  readonly heading: string;
  readonly support: string;
  readonly partnerOrFamily: string;
  readonly exit: string;
  /** While another page loads; says nothing about this one. */
  readonly loading: string;
  /** Said by a screen reader after a press of Shift; so many more leave the page. */
  readonly pressShift: (missing: number) => string;
  readonly preview: string;

  /** By contact id: emergency, police, the helplines of record and the regional lines. */
  readonly contacts: Readonly<Record<string, ContactWords>>;
  /** Beside the police. */
  readonly noEvidence: string;
  /** Comments inside the built-in opening hours, by their English words. */
  readonly comments: Readonly<Record<'closes slightly later on Thursdays' | 'bank holiday', string>>;
  /** What a link of each kind is called where the data gives no text; a website is called by its host name. */
  readonly linkKinds: Readonly<Record<'chat' | 'email' | 'report' | 'source', string>>;
  /** What the police are called where it is not "your local police". */
  readonly policeNames: Readonly<Partial<Record<Nation, string>>>;

  readonly openAllDay: string;
  readonly open: string;
  readonly closed: string;
  readonly usuallyOpen: string;
  readonly usuallyClosed: string;
  readonly closedForHoliday: string;
  readonly mayBeOpen: string;
  readonly tryCalling: string;
  readonly cannotTell: string;
  /** A time of day where the visitor's clock shows another. */
  readonly ukTime: (time: string) => string;
  readonly today: string;
  readonly tomorrow: string;
  /** `day`, as from `onWeekday` and the like, only where the time is more than a day away. */
  readonly closesAt: (time: string, day?: string) => string;
  readonly untilAtLeast: (time: string, day?: string) => string;
  readonly opensAt: (day: string, time: string) => string;
  readonly mayOpenAt: (day: string, time: string) => string;
  readonly inMinutes: (minutes: number) => string;
  /** A weekday within the next six days, as in "opens Monday"; 0 is Sunday. */
  readonly onWeekday: (weekday: number) => string;
  /** A later day, as in "opens Tuesday 29 December"; `month` is 1 to 12. */
  readonly onDate: (weekday: number, day: number, month: number) => string;

  readonly helplinesClosed: string;
  readonly hoursPublished: (date: string) => string;
  readonly checkedOn: (date: string) => string;
  /** Where the contacts of record come from. */
  readonly source: (title: string, date: string) => string;
  /** A date as in "27 April 2023"; `month` is 1 to 12. */
  readonly date: (day: number, month: number, year: number) => string;

  readonly cannotSpeak: string;
  readonly withoutSpeaking: Readonly<Record<'mobile' | 'landline' | 'relay' | 'text' | 'bsl' | 'free', Note>>;
  readonly usingSafely: string;
  readonly safetyNotes: Readonly<Record<'device' | 'exit' | 'history' | 'abroad' | 'calls', string>>;

  /** How opening hours are said. */
  readonly hours: HoursWords;
}

type Partly<Words> = Words extends string | ((...parts: never[]) => string) | readonly string[]
  ? Words
  : { readonly [Key in keyof Words]?: Partly<Words[Key]> };

/**
 * The words of a further language, as far as there are any. Sentences with a word that is missing
 * are said in English. In no text may stand a number that is not in the English one.
 */
export interface MessagesPack extends Partly<Omit<Messages, 'lang'>> {
  /** Which way the language is written; left to right where nothing is said. */
  readonly dir?: 'ltr' | 'rtl';
}

/** What a pack brings, by BCP 47 tag. A tag without words is in English. */
export type LanguagePack = Readonly<Record<string, MessagesPack>>;

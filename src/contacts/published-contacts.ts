import type { Contact, Nation } from './contact.js';

/*
 * Each contact's number, hours and day of checking stand here and nowhere else. (Numbers inside
 * sentences, such as 18000, are words: i18n/.)
 *
 * Source of record: SOURCE_TITLE, PUBLISHED_ON, section "Report a stalker". To change a fact, change
 * its row, set `checkedOn` to the day of the evidence (never later) and write it down again in
 * test/contacts-of-record.ts (docs/changing-a-number.md).
 */

/** The day the source of record published both helplines' numbers and hours. */
export const PUBLISHED_ON = '2023-04-27';

/** Its title, in the language in which it was published. */
export const SOURCE_TITLE = 'Interventions Alliance introduce new partnership for National Stalking Awareness Week';

/** First, always, and not replaceable by any data. */
export const emergency: Contact = {
  id: 'emergency',
  number: '999',
  hours: '24/7',
};

/** 101 reaches the visitor's own force in all four nations; free since 1 April 2020. */
export const police: Contact = {
  id: 'police',
  number: '101',
  hours: '24/7',
  links: [{ kind: 'website', href: 'https://www.police.uk/' }],
};

const helplines: readonly Contact[] = [
  {
    id: 'national-stalking-helpline',
    number: '0808 802 0300',
    // The helpline's own site said in 2015 that it is not open on bank holidays. It is answered
    // in London, so England and Wales's holidays count, whatever region the visitor is in.
    hours: 'Mo-Fr 09:30-16:00; PH off',
    holidays: 'england-and-wales',
    checkedOn: PUBLISHED_ON,
    links: [{ kind: 'website', href: 'https://www.suzylamplugh.org/' }],
  },
  {
    id: 'paladin',
    number: '020 3866 4107',
    // The source gives no days (Monday to Friday is assumed) and no closing time on Thursdays
    // ("slightly later"): 15:00 to 17:00 may be open, never open and never closed. Nothing is
    // published about bank holidays, so the line may be open in its usual hours.
    // Other listings disagree: Wednesday from 13:00 (2015, April 2023), Wednesday to 20:00
    // (undated), Monday and Wednesday to 20:00 (August 2026, second hand). The source of record
    // stands until someone confirms with the helpline.
    hours: 'Mo-Fr 09:00-15:00, Th 15:00-17:00 unknown "closes slightly later on Thursdays"; PH 09:00-15:00 unknown "bank holiday"',
    holidays: 'england-and-wales',
    coverage: ['england', 'wales'],
    checkedOn: PUBLISHED_ON,
    links: [{ kind: 'website', href: 'https://www.paladinservice.co.uk/' }],
  },
];

/** One 24-hour line a nation, shown only when the host sets `region`. */
const regionalLines: readonly Contact[] = [
  { id: 'national-domestic-abuse-helpline', number: '0808 2000 247', hours: '24/7', coverage: ['england'] },
  { id: 'live-fear-free', number: '0808 80 10 800', hours: '24/7', coverage: ['wales'] },
  { id: 'domestic-abuse-forced-marriage-helpline', number: '0800 027 1234', hours: '24/7', coverage: ['scotland'] },
  { id: 'domestic-sexual-abuse-helpline', number: '0808 802 1414', hours: '24/7', coverage: ['northern-ireland'] },
];

/** Ids of the lines for abuse by a partner or relative; they form a group of their own. */
export const regionalIds: ReadonlySet<string> = new Set(regionalLines.map(({ id }) => id));

/** The contacts of record and the regional lines, in the order they are shown. */
export const publishedContacts: readonly Contact[] = [emergency, police, ...helplines, ...regionalLines];

/** The ids of all of them. */
export const publishedIds: ReadonlySet<unknown> = new Set(publishedContacts.map(({ id }) => id));

/** What `region` shows: everything that covers it; without a region, no regional line. */
export const coversRegion = (contact: Contact, region: Nation | undefined): boolean =>
  region ? !contact.coverage || contact.coverage.includes(region) : !regionalIds.has(contact.id);

/** Whether number and hours pass for those of the article, which has no other source: a host's corrected copy may still have its date. */
export const isPublished = ({ checkedOn, source }: Contact): boolean => checkedOn === PUBLISHED_ON && !source;

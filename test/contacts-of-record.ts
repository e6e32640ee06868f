/**
 * What the panel must publish today, written down a second time: the one table to change with
 * src/contacts/published-contacts.ts. Whoever changes a fact writes it here from the evidence, not
 * from the other file.
 */
export interface Fact {
  readonly id: string;
  /** As people read it out. */
  readonly number: string;
  readonly dials: string;
  /** The day of the evidence. */
  readonly checkedOn?: string;
  /** Its address, where the panel links to it. */
  readonly source?: string;
  readonly website?: string;
  /** What a call costs and whether a bill shows it, in the panel's English words; left out: the panel says nothing of it. */
  readonly cost?: string;
  /** The nations it helps; left out: everywhere. */
  readonly coverage?: readonly string[];
  /** Shown only where `region` names its nation. */
  readonly regional?: true;
  /** Where it is answered, whose bank holidays count. */
  readonly holidays?: string;
  /** The hours as the panel words them. */
  readonly hours?: string;
  /** London times just before and at each turn of an ordinary day, and on the days of a notice, and what the line then is. */
  readonly states?: readonly (readonly [at: string, state: 'open' | 'closed' | 'unknown'])[];
}

export const contactsOfRecord: readonly Fact[] = [
  { id: 'emergency', number: '999', dials: 'tel:999' },
  { id: 'police', number: '101', dials: 'tel:101', website: 'https://www.police.uk/', cost: 'Free.' },
  {
    id: 'national-stalking-helpline',
    number: '0808 802 0300',
    dials: 'tel:08088020300',
    checkedOn: '2023-04-27',
    website: 'https://www.suzylamplugh.org/',
    cost: 'Free. Should not appear on phone bills. Stays in your call list.',
    holidays: 'england-and-wales',
    hours: 'Monday to Friday, 9:30am to 4pm. Closed on bank holidays.',
    states: [
      ['2026-11-25T09:29', 'closed'],
      ['2026-11-25T09:30', 'open'],
      ['2026-11-25T15:59', 'open'],
      ['2026-11-25T16:00', 'closed'],
      ['2026-11-28T12:00', 'closed'],
      ['2026-12-28T12:00', 'closed'],
    ],
  },
  {
    id: 'paladin',
    number: '020 3866 4107',
    dials: 'tel:02038664107',
    checkedOn: '2023-04-27',
    website: 'https://www.paladinservice.co.uk/',
    cost: 'Normal call cost. May appear on phone bills.',
    coverage: ['england', 'wales'],
    holidays: 'england-and-wales',
    hours: 'Monday to Friday, 9am to 3pm. Thursday: may close later. Bank holidays: may be open.',
    states: [
      ['2026-11-25T08:59', 'closed'],
      ['2026-11-25T09:00', 'open'],
      ['2026-11-25T14:59', 'open'],
      ['2026-11-25T15:00', 'closed'],
      ['2026-11-26T15:00', 'unknown'],
      ['2026-11-26T17:00', 'closed'],
      ['2026-11-28T12:00', 'closed'],
      ['2026-12-28T12:00', 'unknown'],
    ],
  },
  { id: 'national-domestic-abuse-helpline', number: '0808 2000 247', dials: 'tel:08082000247', coverage: ['england'], regional: true },
  { id: 'live-fear-free', number: '0808 80 10 800', dials: 'tel:08088010800', coverage: ['wales'], regional: true },
  {
    id: 'domestic-abuse-forced-marriage-helpline',
    number: '0800 027 1234',
    dials: 'tel:08000271234',
    coverage: ['scotland'],
    regional: true,
  },
  {
    id: 'domestic-sexual-abuse-helpline',
    number: '0808 802 1414',
    dials: 'tel:08088021414',
    coverage: ['northern-ireland'],
    regional: true,
  },
];

/** Those that a panel for a nation shows, in order. */
export const shownFor = (nation: string): readonly Fact[] =>
  contactsOfRecord.filter(({ coverage }) => !coverage || coverage.includes(nation));

/** Those that every panel without options shows, in order. */
export const shownFirst: readonly Fact[] = contactsOfRecord.filter(({ regional }) => !regional);

/** What the panel must say at an instant. Tests check each row; the states page shows each row. */
export interface Example {
  readonly name: string;
  /** London time, as for the attribute. */
  readonly now: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Data of the host's own, for the property. */
  readonly contacts?: unknown;
  /** By contact id: `data-state` and the exact sentence. */
  readonly says: Readonly<Record<string, readonly [state: string, sentence: string]>>;
  /** Whether the sentence for when every helpline is closed shows. */
  readonly allClosed?: true;
}

const NSH = 'national-stalking-helpline';
const PALADIN = 'paladin';

/*
 * Days: 27 April 2023 was a Thursday. Hours checked on that day are fresh until 27 April 2024.
 * Every sentence is written by hand.
 */
export const examples: readonly Example[] = [
  {
    name: 'both open on a weekday, hours fresh',
    now: '2023-06-07T10:00',
    says: {
      emergency: ['always', 'Open 24 hours'],
      police: ['always', 'Open 24 hours'],
      [NSH]: ['open', 'Open now, closes at 4pm'],
      [PALADIN]: ['open', 'Open now, closes at 3pm'],
    },
  },
  {
    name: 'both open on a weekday, hours checked long ago',
    now: '2026-11-25T10:00',
    says: {
      emergency: ['always', 'Open 24 hours'],
      police: ['always', 'Open 24 hours'],
      [NSH]: ['open', 'Usually open now, closes at 4pm'],
      [PALADIN]: ['open', 'Usually open now, closes at 3pm'],
    },
  },
  {
    name: 'the last hour, with a countdown',
    now: '2026-11-25T15:35',
    says: {
      [NSH]: ['open', 'Usually open now, closes at 4pm (in 25 minutes)'],
      [PALADIN]: ['closed', 'Usually closed now, opens tomorrow at 9am'],
    },
  },
  {
    name: 'the last minute',
    now: '2026-11-25T15:59:30',
    says: { [NSH]: ['open', 'Usually open now, closes at 4pm (in 1 minute)'] },
  },
  {
    name: 'before opening',
    now: '2026-11-25T08:59:59',
    says: {
      [NSH]: ['closed', 'Usually closed now, opens today at 9:30am'],
      [PALADIN]: ['closed', 'Usually closed now, opens today at 9am'],
    },
    allClosed: true,
  },
  {
    name: 'a Thursday, closing time not known, hours fresh',
    now: '2023-06-01T14:00',
    says: {
      [NSH]: ['open', 'Open now, closes at 4pm'],
      [PALADIN]: ['open', 'Open now until at least 3pm'],
    },
  },
  {
    name: 'a Thursday, closing time not known, hours checked long ago',
    now: '2026-11-26T14:00',
    says: { [PALADIN]: ['open', 'Usually open now until at least 3pm'] },
  },
  {
    name: 'a Thursday, may still be open',
    now: '2026-11-26T15:30',
    says: {
      [NSH]: ['open', 'Usually open now, closes at 4pm (in 30 minutes)'],
      [PALADIN]: ['unknown', 'May be open: closes slightly later on Thursdays. Try calling.'],
    },
  },
  {
    name: 'a weekday evening',
    now: '2026-11-24T18:00',
    says: {
      [NSH]: ['closed', 'Usually closed now, opens tomorrow at 9:30am'],
      [PALADIN]: ['closed', 'Usually closed now, opens tomorrow at 9am'],
    },
    allClosed: true,
  },
  {
    name: 'a Saturday, hours fresh',
    now: '2023-06-03T12:00',
    says: {
      [NSH]: ['closed', 'Closed, opens Monday at 9:30am'],
      [PALADIN]: ['closed', 'Closed, opens Monday at 9am'],
    },
    allClosed: true,
  },
  {
    name: 'a bank holiday Monday, hours fresh',
    now: '2023-08-28T10:00',
    says: {
      [NSH]: ['closed', 'Closed for the bank holiday, opens tomorrow at 9:30am'],
      [PALADIN]: ['unknown', 'May be open: bank holiday. Try calling.'],
    },
  },
  {
    name: 'the Sunday before a bank holiday',
    now: '2023-08-27T20:00',
    says: {
      [NSH]: ['closed', 'Closed, opens Tuesday at 9:30am'],
      [PALADIN]: ['closed', 'Closed, may open tomorrow at 9am (bank holiday)'],
    },
    allClosed: true,
  },
  {
    name: 'Christmas Day',
    now: '2026-12-25T10:00',
    says: {
      [NSH]: ['closed', 'Closed for the bank holiday, opens Tuesday at 9:30am'],
      [PALADIN]: ['unknown', 'May be open: bank holiday. Try calling.'],
    },
  },
  {
    name: 'Christmas night',
    now: '2026-12-25T22:00',
    says: {
      [NSH]: ['closed', 'Closed for the bank holiday, opens Tuesday at 9:30am'],
      [PALADIN]: ['closed', 'Usually closed now, may open Monday at 9am (bank holiday)'],
    },
    allClosed: true,
  },
  {
    name: 'the night the clocks go forward',
    now: '2027-03-28T00:30',
    says: { [NSH]: ['closed', 'Usually closed now, opens Tuesday at 9:30am'] },
    allClosed: true,
  },
  {
    name: 'the night the clocks go back',
    now: '2026-10-25T01:30',
    says: { [NSH]: ['closed', 'Usually closed now, opens tomorrow at 9:30am'] },
    allClosed: true,
  },
  {
    name: 'a helpline closed by a dated notice',
    now: '2026-12-02T10:00',
    contacts: {
      version: 1,
      contacts: [
        {
          id: NSH,
          number: '0808 802 0300',
          hours: 'Mo-Fr 09:30-16:00; PH off',
          holidays: 'england-and-wales',
          checkedOn: '2026-11-20',
          notices: [{ text: 'moving offices', from: '2026-11-30', to: '2026-12-04', closed: true }],
        },
      ],
    },
    says: { [NSH]: ['closed', 'Closed: moving offices'] },
  },
  {
    name: 'an instant for which nobody can tell: bank holidays are known from 2019',
    now: '2018-06-06T10:00',
    says: {
      emergency: ['always', 'Open 24 hours'],
      [NSH]: ['unknown', 'We cannot tell if this line is open. You can call to check.'],
      [PALADIN]: ['unknown', 'We cannot tell if this line is open. You can call to check.'],
    },
  },
  {
    name: 'at night, with the 24-hour line of a nation',
    now: '2026-11-25T03:00',
    attributes: { region: 'wales' },
    says: {
      'live-fear-free': ['always', 'Open 24 hours'],
      [NSH]: ['closed', 'Usually closed now, opens today at 9:30am'],
    },
    allClosed: true,
  },
];

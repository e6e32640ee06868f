import type { Messages } from './messages.js';

/** English words on the contacts of record. Packs carry them, to tell whether the panel, of another release, still says the same. */
export const englishContacts: Messages['contacts'] = {
  emergency: {
    name: 'Emergency services',
    purpose: 'If you or someone else is in immediate danger, call 999',
  },
  police: {
    name: 'Your local police',
    purpose: 'If it is not an emergency, call your local police on 101',
    cost: 'Free',
  },
  'national-stalking-helpline': {
    name: 'National Stalking Helpline',
    organisation: 'Suzy Lamplugh Trust',
    purpose: 'For everyone, at any level of risk. Can be busy.',
    cost: 'Free. Should not appear on phone bills. Stays in your call list.',
  },
  paladin: {
    name: 'Paladin',
    organisation: 'National Stalking Advocacy Service',
    cost: 'Normal call cost. May appear on phone bills. England and Wales.',
  },
  'national-domestic-abuse-helpline': { name: 'National Domestic Abuse Helpline, for women (Refuge)' },
  'live-fear-free': { name: 'Live Fear Free helpline' },
  'domestic-abuse-forced-marriage-helpline': { name: "Scotland's Domestic Abuse and Forced Marriage Helpline" },
  'domestic-sexual-abuse-helpline': { name: 'Domestic and Sexual Abuse Helpline' },
};

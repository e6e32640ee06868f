import { englishContacts } from './en-contacts.js';
import { englishHours } from './hours-in-words.js';
import type { Messages } from './messages.js';

const { weekdays, months } = englishHours;

/** British English, GOV.UK style for times. The exact words matter: they are reviewed, not polished here. */
export const en: Messages = {
  lang: 'en',

  heading: 'Report a stalker',
  support: 'Advice and support',
  partnerOrFamily: 'If the person is a partner, ex-partner or family member',
  exit: 'Exit this page',
  loading: 'Loading.',
  pressShift: (missing) => `Press Shift ${missing} more ${missing === 1 ? 'time' : 'times'} to exit.`,
  preview: 'Preview',

  contacts: englishContacts,
  noEvidence: 'You do not need evidence to report. It is not your fault.',
  comments: {
    'closes slightly later on Thursdays': 'closes slightly later on Thursdays',
    'bank holiday': 'bank holiday',
  },
  linkKinds: { chat: 'Web chat', email: 'Email', report: 'Report online', source: 'Source' },
  policeNames: { scotland: 'Police Scotland', 'northern-ireland': 'Police Service of Northern Ireland' },

  openAllDay: 'Open 24 hours',
  open: 'Open now',
  closed: 'Closed',
  usuallyOpen: 'Usually open now',
  usuallyClosed: 'Usually closed now',
  closedForHoliday: 'Closed for the bank holiday',
  mayBeOpen: 'May be open',
  tryCalling: 'Try calling.',
  cannotTell: 'We cannot tell if this line is open. You can call to check.',
  ukTime: (time) => `${time} UK time`,
  today: 'today',
  tomorrow: 'tomorrow',
  closesAt: (time, day) => `closes at ${time}${day ? ` ${day}` : ''}`,
  untilAtLeast: (time, day) => `until at least ${time}${day ? ` ${day}` : ''}`,
  opensAt: (day, time) => `opens ${day} at ${time}`,
  mayOpenAt: (day, time) => `may open ${day} at ${time}`,
  inMinutes: (minutes) => `in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
  onWeekday: (weekday) => weekdays[weekday]!,
  onDate: (weekday, day, month) => `${weekdays[weekday]} ${day} ${months[month - 1]}`,

  helplinesClosed:
    'The helplines are usually closed now. You can call the police at any time: 999 in immediate danger, 101 if it is not an emergency.',
  hoursPublished: (date) => `Opening hours published ${date}. They may have changed.`,
  source: (title, date) => `The numbers and hours come from "${title}", ${date}.`,
  checkedOn: (date) => `Checked on ${date}`,
  date: (day, month, year) => `${day} ${months[month - 1]} ${year}`,

  // Both kinds of notes are shown in the order in which they stand here.
  cannotSpeak: 'If you cannot speak safely, or cannot hear',
  withoutSpeaking: {
    mobile: {
      heading: 'Silent call from a mobile',
      text: 'Call 999. Whisper if you can. A silent call alone does not bring the police. Listen, and cough or tap the phone when asked. Press 55 when asked, not before. If you do not, the call will end. Pressing 55 does not tell the police where you are.',
    },
    landline: {
      heading: 'Silent call from a landline',
      text: 'If the operator hears only background noise and cannot tell if you need help, they connect you to the police, who usually get your location. If you hang up, the line may stay open for 45 seconds in case you pick up again.',
    },
    relay: { heading: 'Relay UK', text: 'With the app or a textphone: 18000 in an emergency, 18001 101 otherwise.' },
    text: {
      heading: 'Text 999',
      text: 'Only works if the phone is registered. To register, text the word register to 999, then reply yes to the answer. If you get no answer to an emergency text in 2 to 3 minutes, call 18000. It does not work abroad.',
    },
    bsl: {
      heading: 'British Sign Language',
      text: '999 BSL app or 999bsl.co.uk. Free, 24 hours a day.',
    },
    free: { heading: 'Free', text: '999 can be called from any phone, also without credit.' },
  },
  usingSafely: 'Using this page safely',
  safetyNotes: {
    device: 'If someone may be checking your phone or computer, it can be safer to use a device they have never had access to.',
    exit: "'Exit this page' opens another website. It does not delete your history. The Back button may still show earlier pages.",
    history: 'Clearing your history can make someone suspicious. It does not stop spyware.',
    abroad: '999 and 101 work only in the UK. Anywhere else, call the local emergency number.',
    calls: "Calls stay in your phone's call list, even when they do not appear on the bill.",
  },

  hours: englishHours,
};

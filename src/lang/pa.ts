import type { LanguagePack, MessagesPack } from '../i18n/messages.js';

/* Punjabi in Gurmukhi. Awaits review by a fluent speaker. Western digits, so that numbers can be dialled and compared. */

const weekdays = ['ਐਤਵਾਰ', 'ਸੋਮਵਾਰ', 'ਮੰਗਲਵਾਰ', 'ਬੁੱਧਵਾਰ', 'ਵੀਰਵਾਰ', 'ਸ਼ੁੱਕਰਵਾਰ', 'ਸ਼ਨੀਵਾਰ'];
const months = ['ਜਨਵਰੀ', 'ਫ਼ਰਵਰੀ', 'ਮਾਰਚ', 'ਅਪ੍ਰੈਲ', 'ਮਈ', 'ਜੂਨ', 'ਜੁਲਾਈ', 'ਅਗਸਤ', 'ਸਤੰਬਰ', 'ਅਕਤੂਬਰ', 'ਨਵੰਬਰ', 'ਦਸੰਬਰ'];

/**
 * The part of the day that an hour (with its fraction) is in. The night belongs to the day before it, and so does midnight: the
 * early hours have a word of their own.
 */
const partOfDay = (hour: number): string =>
  hour === 0 || hour >= 20 ? 'ਰਾਤ' : hour < 4 ? 'ਤੜਕੇ' : hour < 12 ? 'ਸਵੇਰੇ' : hour < 16 ? 'ਦੁਪਹਿਰ' : 'ਸ਼ਾਮ';

const time = (minuteOfDay: number): string => {
  const hour = Math.floor(minuteOfDay / 60);
  const minutes = minuteOfDay % 60;
  return `${partOfDay(minuteOfDay / 60)} ${hour % 12 || 12}${minutes ? `:${String(minutes).padStart(2, '0')}` : ''} ਵਜੇ`;
};

const gurmukhi: MessagesPack = {
  heading: 'ਪਿੱਛਾ ਕਰਨ ਵਾਲੇ (ਸਟਾਕਰ) ਦੀ ਰਿਪੋਰਟ ਕਰੋ',
  support: 'ਸਲਾਹ ਅਤੇ ਸਹਾਇਤਾ',
  partnerOrFamily: 'ਜੇ ਉਹ ਵਿਅਕਤੀ ਸਾਥੀ, ਸਾਬਕਾ ਸਾਥੀ ਜਾਂ ਪਰਿਵਾਰ ਦਾ ਮੈਂਬਰ ਹੈ',
  exit: 'ਇਸ ਪੰਨੇ ਤੋਂ ਬਾਹਰ ਜਾਓ',
  loading: 'ਲੋਡ ਹੋ ਰਿਹਾ ਹੈ।',
  pressShift: (missing) => `ਬਾਹਰ ਜਾਣ ਲਈ Shift ਨੂੰ ${missing} ਵਾਰ ਹੋਰ ਦਬਾਓ।`,
  preview: 'ਝਲਕ',

  contacts: {
    emergency: {
      name: 'ਐਮਰਜੈਂਸੀ ਸੇਵਾਵਾਂ',
      purpose: 'ਜੇ ਤੁਸੀਂ ਜਾਂ ਕੋਈ ਹੋਰ ਤੁਰੰਤ ਖ਼ਤਰੇ ਵਿੱਚ ਹੈ, ਤਾਂ 999 ’ਤੇ ਕਾਲ ਕਰੋ',
    },
    police: {
      name: 'ਤੁਹਾਡੀ ਸਥਾਨਕ ਪੁਲਿਸ',
      purpose: 'ਜੇ ਐਮਰਜੈਂਸੀ ਨਹੀਂ ਹੈ, ਤਾਂ ਆਪਣੀ ਸਥਾਨਕ ਪੁਲਿਸ ਨੂੰ 101 ’ਤੇ ਕਾਲ ਕਰੋ',
      cost: 'ਮੁਫ਼ਤ',
    },
    'national-stalking-helpline': {
      purpose: 'ਹਰ ਕਿਸੇ ਲਈ, ਖ਼ਤਰਾ ਭਾਵੇਂ ਕਿੰਨਾ ਵੀ ਹੋਵੇ। ਲਾਈਨ ਰੁੱਝੀ ਹੋ ਸਕਦੀ ਹੈ।',
      cost: 'ਮੁਫ਼ਤ। ਫ਼ੋਨ ਦੇ ਬਿੱਲ ’ਤੇ ਨਹੀਂ ਦਿਸਣੀ ਚਾਹੀਦੀ। ਤੁਹਾਡੇ ਫ਼ੋਨ ਦੀ ਕਾਲ ਸੂਚੀ ਵਿੱਚ ਰਹਿੰਦੀ ਹੈ।',
    },
    paladin: { cost: 'ਕਾਲ ਦਾ ਆਮ ਖ਼ਰਚਾ। ਫ਼ੋਨ ਦੇ ਬਿੱਲ ’ਤੇ ਦਿਸ ਸਕਦੀ ਹੈ। ਇੰਗਲੈਂਡ ਅਤੇ ਵੇਲਜ਼।' },
  },
  noEvidence: 'ਰਿਪੋਰਟ ਕਰਨ ਲਈ ਤੁਹਾਨੂੰ ਸਬੂਤ ਦੀ ਲੋੜ ਨਹੀਂ ਹੈ। ਇਹ ਤੁਹਾਡਾ ਕਸੂਰ ਨਹੀਂ ਹੈ।',
  comments: {
    'closes slightly later on Thursdays': 'ਵੀਰਵਾਰ ਨੂੰ ਥੋੜ੍ਹੀ ਦੇਰ ਨਾਲ ਬੰਦ ਹੁੰਦੀ ਹੈ',
    'bank holiday': 'ਸਰਕਾਰੀ ਛੁੱਟੀ',
  },
  linkKinds: { chat: 'ਵੈੱਬ ਚੈਟ', email: 'ਈਮੇਲ', report: 'ਆਨਲਾਈਨ ਰਿਪੋਰਟ ਕਰੋ', source: 'ਸਰੋਤ' },

  openAllDay: '24 ਘੰਟੇ ਖੁੱਲ੍ਹੀ ਹੈ',
  open: 'ਹੁਣ ਖੁੱਲ੍ਹੀ ਹੈ',
  closed: 'ਬੰਦ ਹੈ',
  usuallyOpen: 'ਆਮ ਤੌਰ ’ਤੇ ਇਸ ਵੇਲੇ ਖੁੱਲ੍ਹੀ ਹੁੰਦੀ ਹੈ',
  usuallyClosed: 'ਆਮ ਤੌਰ ’ਤੇ ਇਸ ਵੇਲੇ ਬੰਦ ਹੁੰਦੀ ਹੈ',
  closedForHoliday: 'ਸਰਕਾਰੀ ਛੁੱਟੀ ਕਰਕੇ ਬੰਦ ਹੈ',
  mayBeOpen: 'ਸ਼ਾਇਦ ਖੁੱਲ੍ਹੀ ਹੋਵੇ',
  tryCalling: 'ਕਾਲ ਕਰਕੇ ਦੇਖੋ।',
  cannotTell: 'ਅਸੀਂ ਨਹੀਂ ਦੱਸ ਸਕਦੇ ਕਿ ਇਹ ਲਾਈਨ ਖੁੱਲ੍ਹੀ ਹੈ ਜਾਂ ਨਹੀਂ। ਤੁਸੀਂ ਕਾਲ ਕਰਕੇ ਪਤਾ ਕਰ ਸਕਦੇ ਹੋ।',
  ukTime: (at) => `ਯੂਕੇ ਦੇ ਸਮੇਂ ਅਨੁਸਾਰ ${at}`,
  today: 'ਅੱਜ',
  tomorrow: 'ਭਲਕੇ',
  closesAt: (at, day) => `${day ? `${day} ` : ''}${at} ਬੰਦ ਹੋਵੇਗੀ`,
  untilAtLeast: (at, day) => `ਘੱਟੋ-ਘੱਟ ${day ? `${day} ` : ''}${at} ਤੱਕ`,
  opensAt: (day, at) => `${day} ${at} ਖੁੱਲ੍ਹੇਗੀ`,
  mayOpenAt: (day, at) => `${day} ${at} ਖੁੱਲ੍ਹ ਸਕਦੀ ਹੈ`,
  inMinutes: (minutes) => `${minutes} ${minutes === 1 ? 'ਮਿੰਟ' : 'ਮਿੰਟਾਂ'} ਵਿੱਚ`,
  onWeekday: (weekday) => `${weekdays[weekday]} ਨੂੰ`,
  onDate: (weekday, day, month) => `${weekdays[weekday]} ${day} ${months[month - 1]}`,

  helplinesClosed: 'ਹੈਲਪਲਾਈਨਾਂ ਆਮ ਤੌਰ ’ਤੇ ਇਸ ਵੇਲੇ ਬੰਦ ਹੁੰਦੀਆਂ ਹਨ। ਤੁਸੀਂ ਕਿਸੇ ਵੀ ਸਮੇਂ ਪੁਲਿਸ ਨੂੰ ਕਾਲ ਕਰ ਸਕਦੇ ਹੋ: ਤੁਰੰਤ ਖ਼ਤਰੇ ਵਿੱਚ 999 ’ਤੇ, ਐਮਰਜੈਂਸੀ ਨਾ ਹੋਵੇ ਤਾਂ 101 ’ਤੇ।',
  hoursPublished: (date) => `ਖੁੱਲ੍ਹਣ ਦੇ ਸਮੇਂ ${date} ਨੂੰ ਪ੍ਰਕਾਸ਼ਿਤ ਕੀਤੇ ਗਏ ਸਨ। ਹੋ ਸਕਦਾ ਹੈ ਕਿ ਉਹ ਬਦਲ ਗਏ ਹੋਣ।`,
  checkedOn: (date) => `${date} ਨੂੰ ਜਾਂਚ ਕੀਤੀ ਗਈ`,
  source: (title, date) => `ਨੰਬਰ ਅਤੇ ਸਮੇਂ "${title}" (${date}) ਤੋਂ ਲਏ ਗਏ ਹਨ।`,
  date: (day, month, year) => `${day} ${months[month - 1]} ${year}`,

  cannotSpeak: 'ਜੇ ਤੁਸੀਂ ਸੁਰੱਖਿਅਤ ਢੰਗ ਨਾਲ ਬੋਲ ਨਹੀਂ ਸਕਦੇ, ਜਾਂ ਸੁਣ ਨਹੀਂ ਸਕਦੇ',
  withoutSpeaking: {
    bsl: { heading: 'ਬ੍ਰਿਟਿਸ਼ ਸੈਨਤ ਭਾਸ਼ਾ', text: '999 BSL ਐਪ ਜਾਂ 999bsl.co.uk। ਮੁਫ਼ਤ, ਦਿਨ ਦੇ 24 ਘੰਟੇ।' },
    free: { heading: 'ਮੁਫ਼ਤ', text: '999 ’ਤੇ ਕਿਸੇ ਵੀ ਫ਼ੋਨ ਤੋਂ ਕਾਲ ਕੀਤੀ ਜਾ ਸਕਦੀ ਹੈ, ਬਿਨਾਂ ਬੈਲੈਂਸ ਦੇ ਵੀ।' },
  },
  usingSafely: 'ਇਸ ਪੰਨੇ ਦੀ ਸੁਰੱਖਿਅਤ ਵਰਤੋਂ',
  safetyNotes: {
    device: 'ਜੇ ਕੋਈ ਤੁਹਾਡਾ ਫ਼ੋਨ ਜਾਂ ਕੰਪਿਊਟਰ ਚੈੱਕ ਕਰ ਰਿਹਾ ਹੋ ਸਕਦਾ ਹੈ, ਤਾਂ ਅਜਿਹਾ ਯੰਤਰ ਵਰਤਣਾ ਵਧੇਰੇ ਸੁਰੱਖਿਅਤ ਹੋ ਸਕਦਾ ਹੈ ਜਿਸ ਤੱਕ ਉਸ ਵਿਅਕਤੀ ਦੀ ਕਦੇ ਪਹੁੰਚ ਨਹੀਂ ਰਹੀ।',
    abroad: '999 ਅਤੇ 101 ਸਿਰਫ਼ ਯੂਕੇ ਵਿੱਚ ਕੰਮ ਕਰਦੇ ਹਨ। ਹੋਰ ਕਿਤੇ ਹੋਵੋ ਤਾਂ ਉੱਥੋਂ ਦੇ ਐਮਰਜੈਂਸੀ ਨੰਬਰ ’ਤੇ ਕਾਲ ਕਰੋ।',
    calls: 'ਕਾਲਾਂ ਤੁਹਾਡੇ ਫ਼ੋਨ ਦੀ ਕਾਲ ਸੂਚੀ ਵਿੱਚ ਰਹਿੰਦੀਆਂ ਹਨ, ਭਾਵੇਂ ਉਹ ਬਿੱਲ ’ਤੇ ਨਾ ਦਿਸਣ।',
  },

  hours: {
    weekdays,
    months,
    time,
    comma: ', ',
    stop: '।',
    everyDay: 'ਹਰ ਰੋਜ਼',
    bankHolidays: 'ਸਰਕਾਰੀ ਛੁੱਟੀ ਵਾਲੇ ਦਿਨ',
    allDay: '24 ਘੰਟੇ',
    always: '24 ਘੰਟੇ ਖੁੱਲ੍ਹੀ ਹੈ',
    nextDay: '(ਅਗਲੇ ਦਿਨ)',
    mayBeOpen: 'ਸ਼ਾਇਦ ਖੁੱਲ੍ਹੀ ਹੋਵੇ',
    mayCloseLater: 'ਸ਼ਾਇਦ ਦੇਰ ਨਾਲ ਬੰਦ ਹੋਵੇ',
    closed: 'ਬੰਦ',
    range: (from, to) => `${from} ਤੋਂ ${to} ਤੱਕ`,
    and: (before, last) => `${before} ਅਤੇ ${last}`,
    from: (at) => `${at} ਤੋਂ`,
    orLater: (times) => `${times} ਜਾਂ ਉਸ ਤੋਂ ਬਾਅਦ ਤੱਕ`,
    // Only a weekday takes a postposition.
    closedOnDays: (days) => `${days}${days.endsWith('ਵਾਰ') ? ' ਨੂੰ' : ''} ਬੰਦ`,
    closedOnHolidays: 'ਸਰਕਾਰੀ ਛੁੱਟੀ ਵਾਲੇ ਦਿਨ ਬੰਦ',
  },
};

export default {
  pa: gurmukhi,
  'pa-Guru': gurmukhi,
  // In Pakistan Punjabi is written in Arabic letters. Its readers are better served by English.
  'pa-PK': {},
} satisfies LanguagePack;

import type { LanguagePack } from '../i18n/messages.js';

/* Bengali. Awaits review by a fluent speaker. Western digits, so that numbers can be dialled and compared. */

const weekdays = ['রবিবার', 'সোমবার', 'মঙ্গলবার', 'বুধবার', 'বৃহস্পতিবার', 'শুক্রবার', 'শনিবার'];
const months = ['জানুয়ারি', 'ফেব্রুয়ারি', 'মার্চ', 'এপ্রিল', 'মে', 'জুন', 'জুলাই', 'আগস্ট', 'সেপ্টেম্বর', 'অক্টোবর', 'নভেম্বর', 'ডিসেম্বর'];

/**
 * The part of the day that an hour (with its fraction) is in. The night belongs to the day before it, and so does midnight: the
 * early hours have a word of their own.
 */
const partOfDay = (hour: number): string =>
  hour === 0 || hour >= 20
    ? 'রাত'
    : hour < 4
      ? 'ভোররাত'
      : hour < 6
        ? 'ভোর'
        : hour < 12
          ? 'সকাল'
          : hour < 15
            ? 'দুপুর'
            : hour < 18
              ? 'বিকাল'
              : 'সন্ধ্যা';

/** Ends in "টা", to which "at" adds one letter: 4টা, 4টায়. */
const time = (minuteOfDay: number): string => {
  const hour = Math.floor(minuteOfDay / 60);
  const minutes = minuteOfDay % 60;
  return `${partOfDay(minuteOfDay / 60)} ${hour % 12 || 12}${minutes ? `:${String(minutes).padStart(2, '0')}` : ''}টা`;
};

export default {
  bn: {
    heading: 'উত্ত্যক্তকারী অনুসরণকারীর (স্টকার) বিরুদ্ধে অভিযোগ জানান',
    support: 'পরামর্শ ও সহায়তা',
    partnerOrFamily: 'যদি সেই ব্যক্তি সঙ্গী, প্রাক্তন সঙ্গী বা পরিবারের সদস্য হন',
    exit: 'এই পাতা থেকে বেরিয়ে যান',
    loading: 'লোড হচ্ছে।',
    pressShift: (missing) => `বেরিয়ে যেতে Shift আরও ${missing} বার চাপুন।`,
    preview: 'প্রিভিউ',

    contacts: {
      emergency: {
        name: 'জরুরি সেবা',
        purpose: 'আপনি বা অন্য কেউ এই মুহূর্তে বিপদে থাকলে 999 নম্বরে ফোন করুন',
      },
      police: {
        name: 'আপনার স্থানীয় পুলিশ',
        purpose: 'জরুরি পরিস্থিতি না হলে, আপনার স্থানীয় পুলিশকে 101 নম্বরে ফোন করুন',
        cost: 'বিনামূল্যে',
      },
      'national-stalking-helpline': {
        purpose: 'সবার জন্য, ঝুঁকি কম হোক বা বেশি। লাইন ব্যস্ত থাকতে পারে।',
        cost: 'বিনামূল্যে। ফোনের বিলে দেখা যাওয়ার কথা নয়। আপনার ফোনের কল তালিকায় থাকে।',
      },
      paladin: { cost: 'ফোন করার সাধারণ খরচ। ফোনের বিলে দেখা যেতে পারে। ইংল্যান্ড ও ওয়েলস।' },
    },
    noEvidence: 'অভিযোগ জানাতে আপনার প্রমাণের দরকার নেই। এটা আপনার দোষ নয়।',
    comments: {
      'closes slightly later on Thursdays': 'বৃহস্পতিবার একটু দেরিতে বন্ধ হয়',
      'bank holiday': 'সরকারি ছুটির দিন',
    },
    linkKinds: { chat: 'ওয়েব চ্যাট', email: 'ইমেইল', report: 'অনলাইনে অভিযোগ জানান', source: 'সূত্র' },

    openAllDay: '24 ঘণ্টা খোলা',
    open: 'এখন খোলা',
    closed: 'বন্ধ',
    usuallyOpen: 'সাধারণত এই সময়ে খোলা থাকে',
    usuallyClosed: 'সাধারণত এই সময়ে বন্ধ থাকে',
    closedForHoliday: 'সরকারি ছুটির জন্য বন্ধ',
    mayBeOpen: 'খোলা থাকতে পারে',
    tryCalling: 'ফোন করে দেখুন।',
    cannotTell: 'এই লাইন খোলা কি না আমরা বলতে পারছি না। আপনি ফোন করে দেখতে পারেন।',
    ukTime: (at) => `যুক্তরাজ্যের সময় ${at}`,
    today: 'আজ',
    tomorrow: 'আগামীকাল',
    closesAt: (at, day) => `${day ? `${day} ` : ''}${at}য় বন্ধ হবে`,
    untilAtLeast: (at, day) => `অন্তত ${day ? `${day} ` : ''}${at} পর্যন্ত`,
    opensAt: (day, at) => `${day} ${at}য় খুলবে`,
    mayOpenAt: (day, at) => `${day} ${at}য় খুলতে পারে`,
    inMinutes: (minutes) => `${minutes} মিনিট পরে`,
    onWeekday: (weekday) => weekdays[weekday]!,
    onDate: (weekday, day, month) => `${weekdays[weekday]} ${day} ${months[month - 1]}`,

    helplinesClosed:
      'হেল্পলাইনগুলো সাধারণত এই সময়ে বন্ধ থাকে। আপনি যেকোনো সময় পুলিশকে ফোন করতে পারেন: এই মুহূর্তে বিপদে থাকলে 999 নম্বরে, জরুরি পরিস্থিতি না হলে 101 নম্বরে।',
    hoursPublished: (date) => `খোলা থাকার সময় ${date} তারিখে প্রকাশিত হয়েছে। সময় বদলে গিয়ে থাকতে পারে।`,
    checkedOn: (date) => `${date} তারিখে যাচাই করা হয়েছে`,
    source: (title, date) => `নম্বর ও সময় নেওয়া হয়েছে "${title}" (${date}) থেকে।`,
    date: (day, month, year) => `${day} ${months[month - 1]} ${year}`,

    cannotSpeak: 'আপনি যদি নিরাপদে কথা বলতে না পারেন, বা শুনতে না পান',
    withoutSpeaking: {
      bsl: { heading: 'ব্রিটিশ ইশারা ভাষা', text: '999 BSL অ্যাপ বা 999bsl.co.uk। বিনামূল্যে, দিনে 24 ঘণ্টা।' },
      free: { heading: 'বিনামূল্যে', text: 'যেকোনো ফোন থেকে 999 নম্বরে ফোন করা যায়, ব্যালেন্স না থাকলেও।' },
    },
    usingSafely: 'নিরাপদে এই পাতা ব্যবহার করা',
    safetyNotes: {
      device:
        'যদি এমন সম্ভাবনা থাকে যে কেউ আপনার ফোন বা কম্পিউটার পরীক্ষা করে দেখছে, তাহলে সেই ব্যক্তির নাগালে কখনও ছিল না এমন যন্ত্র ব্যবহার করা বেশি নিরাপদ হতে পারে।',
      exit: '"এই পাতা থেকে বেরিয়ে যান" অন্য একটি ওয়েবসাইট খোলে। এটি আপনার ব্রাউজিং ইতিহাস মুছে ফেলে না। পিছনে যাওয়ার বোতাম তবুও আগের পাতাগুলো দেখাতে পারে।',
      history: 'ব্রাউজিং ইতিহাস মুছে ফেললে কারও সন্দেহ হতে পারে। এতে গুপ্তচর সফটওয়্যার (স্পাইওয়্যার) বন্ধ হয় না।',
      abroad: '999 ও 101 শুধু যুক্তরাজ্যে কাজ করে। অন্য কোথাও থাকলে সেখানকার জরুরি নম্বরে ফোন করুন।',
      calls: 'বিলে দেখা না গেলেও, কলগুলো আপনার ফোনের কল তালিকায় থেকে যায়।',
    },

    hours: {
      weekdays,
      months,
      time,
      comma: ', ',
      stop: '।',
      everyDay: 'প্রতিদিন',
      bankHolidays: 'সরকারি ছুটির দিন',
      allDay: '24 ঘণ্টা',
      always: '24 ঘণ্টা খোলা',
      nextDay: '(পরের দিন)',
      mayBeOpen: 'খোলা থাকতে পারে',
      mayCloseLater: 'দেরিতে বন্ধ হতে পারে',
      closed: 'বন্ধ',
      range: (from, to) => `${from} থেকে ${to} পর্যন্ত`,
      and: (before, last) => `${before} ও ${last}`,
      from: (at) => `${at} থেকে`,
      orLater: (times) => `${times} বা তার পরেও`,
      closedOnDays: (days) => `${days} বন্ধ`,
      closedOnHolidays: 'সরকারি ছুটির দিনে বন্ধ',
    },
  },
} satisfies LanguagePack;

import type { LanguagePack } from '../i18n/messages.js';

/* Urdu. Awaits review by a fluent speaker. Western digits, so that numbers can be dialled and compared. */

const weekdays = ['اتوار', 'پیر', 'منگل', 'بدھ', 'جمعرات', 'جمعہ', 'ہفتہ'];
const months = ['جنوری', 'فروری', 'مارچ', 'اپریل', 'مئی', 'جون', 'جولائی', 'اگست', 'ستمبر', 'اکتوبر', 'نومبر', 'دسمبر'];

/**
 * The part of the day that an hour is in. The night belongs to the day before it: the early hours are called morning, but for the
 * hour after midnight, which has no other word.
 */
const partOfDay = (hour: number): string => (hour === 0 || hour >= 20 ? 'رات' : hour < 12 ? 'صبح' : hour < 16 ? 'دوپہر' : 'شام');

const time = (minuteOfDay: number): string => {
  const hour = Math.floor(minuteOfDay / 60);
  const minutes = minuteOfDay % 60;
  return `${partOfDay(hour)} ${hour % 12 || 12}${minutes ? `:${String(minutes).padStart(2, '0')}` : ''} بجے`;
};

export default {
  ur: {
    dir: 'rtl',

    heading: 'پیچھا کرنے والے (سٹاکر) کی اطلاع دیں',
    support: 'مشورہ اور مدد',
    partnerOrFamily: 'اگر وہ شخص پارٹنر، سابق پارٹنر یا خاندان کا فرد ہے',
    exit: 'اس صفحے سے نکلیں',
    loading: 'لوڈ ہو رہا ہے۔',
    pressShift: (missing) => `نکلنے کے لیے Shift مزید ${missing} بار دبائیں۔`,
    preview: 'پیش نظارہ',

    contacts: {
      emergency: {
        name: 'ہنگامی خدمات',
        purpose: 'اگر آپ یا کوئی اور فوری خطرے میں ہے تو 999 پر کال کریں',
      },
      police: {
        name: 'آپ کی مقامی پولیس',
        purpose: 'اگر ہنگامی صورت حال نہیں ہے تو اپنی مقامی پولیس کو 101 پر کال کریں',
        cost: 'مفت',
      },
      'national-stalking-helpline': {
        purpose: 'سب کے لیے، خطرہ چاہے کسی بھی درجے کا ہو۔ لائن مصروف ہو سکتی ہے۔',
        cost: 'مفت۔ توقع ہے کہ یہ کال فون کے بل پر ظاہر نہیں ہو گی۔ یہ آپ کی کال لسٹ میں رہتی ہے۔',
      },
      paladin: { cost: 'کال کے عام نرخ۔ یہ کال فون کے بل پر ظاہر ہو سکتی ہے۔ انگلینڈ اور ویلز۔' },
    },
    noEvidence: 'اطلاع دینے کے لیے آپ کو ثبوت کی ضرورت نہیں۔ یہ آپ کا قصور نہیں ہے۔',
    comments: {
      'closes slightly later on Thursdays': 'جمعرات کو کچھ زیادہ دیر تک کھلی رہتی ہے',
      'bank holiday': 'سرکاری تعطیل',
    },
    linkKinds: { chat: 'ویب چیٹ', email: 'ای میل', report: 'آن لائن اطلاع دیں', source: 'ماخذ' },

    openAllDay: '24 گھنٹے کھلی ہے',
    open: 'ابھی کھلی ہے',
    closed: 'بند ہے',
    usuallyOpen: 'عام طور پر اس وقت کھلی ہوتی ہے',
    usuallyClosed: 'عام طور پر اس وقت بند ہوتی ہے',
    closedForHoliday: 'سرکاری تعطیل کی وجہ سے بند ہے',
    mayBeOpen: 'شاید کھلی ہو',
    tryCalling: 'کال کر کے دیکھیں۔',
    cannotTell: 'ہم نہیں بتا سکتے کہ یہ لائن کھلی ہے یا نہیں۔ آپ کال کر کے معلوم کر سکتے ہیں۔',
    ukTime: (at) => `برطانیہ کے وقت کے مطابق ${at}`,
    today: 'آج',
    tomorrow: 'کل',
    closesAt: (at, day) => `${day ? `${day} ` : ''}${at} بند ہو گی`,
    untilAtLeast: (at, day) => `کم از کم ${day ? `${day} ` : ''}${at} تک`,
    opensAt: (day, at) => `${day} ${at} کھلے گی`,
    mayOpenAt: (day, at) => `${day} ${at} کھل سکتی ہے`,
    inMinutes: (minutes) => `${minutes} منٹ میں`,
    onWeekday: (weekday) => `${weekdays[weekday]} کو`,
    onDate: (weekday, day, month) => `${weekdays[weekday]} ${day} ${months[month - 1]}`,

    helplinesClosed:
      'ہیلپ لائنیں عام طور پر اس وقت بند ہوتی ہیں۔ آپ کسی بھی وقت پولیس کو کال کر سکتے ہیں: فوری خطرے میں 999، ہنگامی صورت حال نہ ہو تو 101۔',
    hoursPublished: (date) => `کھلنے کے اوقات ${date} کو شائع ہوئے۔ ممکن ہے کہ وہ بدل گئے ہوں۔`,
    checkedOn: (date) => `${date} کو جانچ کی گئی`,
    source: (title, date) => `نمبر اور اوقات «${title}» سے لیے گئے ہیں، ${date}۔`,
    date: (day, month, year) => `${day} ${months[month - 1]} ${year}`,

    cannotSpeak: 'اگر آپ محفوظ طریقے سے بول نہیں سکتے، یا سن نہیں سکتے',
    withoutSpeaking: {
      bsl: { heading: 'برطانوی اشاروں کی زبان', text: '999 BSL ایپ یا 999bsl.co.uk۔ مفت، دن میں 24 گھنٹے۔' },
      free: { heading: 'مفت', text: '999 پر کسی بھی فون سے کال کی جا سکتی ہے، بیلنس کے بغیر بھی۔' },
    },
    usingSafely: 'اس صفحے کو محفوظ طریقے سے استعمال کرنا',
    safetyNotes: {
      device:
        'اگر یہ ممکن ہو کہ کوئی آپ کا فون یا کمپیوٹر چیک کرتا ہو تو ایسا آلہ استعمال کرنا زیادہ محفوظ ہو سکتا ہے جس تک اس شخص کی کبھی رسائی نہیں رہی۔',
      exit: '«اس صفحے سے نکلیں» دوسری ویب سائٹ کھولتا ہے۔ یہ آپ کی ہسٹری نہیں مٹاتا۔ واپس جانے کا بٹن پھر بھی پہلے کے صفحے دکھا سکتا ہے۔',
      history: 'ہسٹری مٹانے سے کسی کو شک ہو سکتا ہے۔ اس سے جاسوسی کے پروگرام نہیں رکتے۔',
      abroad: '999 اور 101 صرف برطانیہ میں کام کرتے ہیں۔ کہیں اور ہوں تو وہاں کے ہنگامی نمبر پر کال کریں۔',
      calls: 'کالیں آپ کے فون کی کال لسٹ میں رہتی ہیں، چاہے بل پر ظاہر نہ ہوں۔',
    },

    hours: {
      weekdays,
      months,
      time,
      comma: '، ',
      stop: '۔',
      everyDay: 'ہر روز',
      bankHolidays: 'سرکاری تعطیلات',
      allDay: '24 گھنٹے',
      always: '24 گھنٹے کھلی ہے',
      nextDay: '(اگلے دن)',
      mayBeOpen: 'شاید کھلی ہو',
      mayCloseLater: 'شاید زیادہ دیر تک کھلی رہے',
      closed: 'بند',
      range: (from, to) => `${from} سے ${to} تک`,
      and: (before, last) => `${before} اور ${last}`,
      from: (at) => `${at} سے`,
      orLater: (times) => `${times} یا اس کے بعد`,
      // A run of days ends in its own postposition.
      closedOnDays: (days) => (/(تک|ہر روز)$/.test(days) ? `${days} بند` : `${days} کو بند`),
      closedOnHolidays: 'سرکاری تعطیلات پر بند',
    },
  },
} satisfies LanguagePack;

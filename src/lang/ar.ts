import type { LanguagePack } from '../i18n/messages.js';

/* Arabic. Awaits review by a fluent speaker. Western digits, so that numbers can be dialled and compared. */

const weekdays = ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'];
const months = ['يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو', 'يوليو', 'أغسطس', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر'];

const onWeekday = (weekday: number): string => `يوم ${weekdays[weekday]}`;

/** One and two stand in the word itself, 3 to 10 take the plural. By hand: the first `Intl` object of a page is slow. */
const minutesInWords = (minutes: number): string => {
  if (minutes === 1) return 'دقيقة واحدة';
  if (minutes === 2) return 'دقيقتين';
  const few = minutes % 100 >= 3 && minutes % 100 <= 10;
  return `${minutes} ${few ? 'دقائق' : 'دقيقة'}`;
};

const time = (minuteOfDay: number): string => {
  const hour = Math.floor(minuteOfDay / 60);
  const minutes = minuteOfDay % 60;
  const said = `${hour % 12 || 12}${minutes ? `:${String(minutes).padStart(2, '0')}` : ''}`;
  if (minuteOfDay === 0) return `${said} منتصف الليل`;
  return `${said} ${hour === 12 ? 'ظهرًا' : hour < 12 ? 'صباحًا' : 'مساءً'}`;
};

export default {
  ar: {
    dir: 'rtl',

    heading: 'الإبلاغ عن شخص يلاحقك أو يترصدك',
    support: 'المشورة والدعم',
    partnerOrFamily: 'إذا كان الشخص شريكًا أو شريكًا سابقًا أو أحد أفراد العائلة',
    exit: 'مغادرة هذه الصفحة',
    loading: 'جارٍ التحميل.',
    pressShift: (missing) => `اضغط على Shift ${missing === 1 ? 'مرة أخرى' : 'مرتين أخريين'} للمغادرة.`,
    preview: 'معاينة',

    contacts: {
      emergency: {
        name: 'خدمات الطوارئ',
        purpose: 'إذا كنت أنت أو شخص آخر في خطر مباشر، فاتصل على 999',
      },
      police: {
        name: 'الشرطة المحلية',
        purpose: 'إذا لم تكن الحالة طارئة، فاتصل بالشرطة المحلية على 101',
        cost: 'مجاني',
      },
      'national-stalking-helpline': {
        purpose: 'للجميع، مهما كان مستوى الخطر. قد يكون الخط مشغولًا.',
        cost: 'مجاني. من المفترض ألا تظهر المكالمة في فاتورة الهاتف. تبقى في سجل المكالمات.',
      },
      paladin: { cost: 'تكلفة المكالمة العادية. قد تظهر المكالمة في فاتورة الهاتف. إنجلترا وويلز.' },
    },
    noEvidence: 'لا تحتاج إلى أدلة لتقديم بلاغ. الذنب ليس ذنبك.',
    comments: {
      'closes slightly later on Thursdays': 'يغلق بعد موعده المعتاد بقليل أيام الخميس',
      'bank holiday': 'عطلة رسمية',
    },
    linkKinds: { chat: 'محادثة عبر الإنترنت', email: 'البريد الإلكتروني', report: 'الإبلاغ عبر الإنترنت', source: 'المصدر' },

    openAllDay: 'مفتوح على مدار 24 ساعة',
    open: 'مفتوح الآن',
    closed: 'مغلق',
    usuallyOpen: 'عادةً ما يكون مفتوحًا الآن',
    usuallyClosed: 'عادةً ما يكون مغلقًا الآن',
    closedForHoliday: 'مغلق بسبب العطلة الرسمية',
    mayBeOpen: 'قد يكون مفتوحًا',
    tryCalling: 'حاول الاتصال.',
    cannotTell: 'لا يمكننا معرفة ما إذا كان هذا الخط مفتوحًا. يمكنك الاتصال للتأكد.',
    ukTime: (at) => `${at} بتوقيت المملكة المتحدة`,
    today: 'اليوم',
    tomorrow: 'غدًا',
    closesAt: (at, day) => `يغلق ${day ? `${day} ` : ''}الساعة ${at}`,
    untilAtLeast: (at, day) => `حتى ${day ? `${day} ` : ''}الساعة ${at} على الأقل`,
    opensAt: (day, at) => `يفتح ${day} الساعة ${at}`,
    mayOpenAt: (day, at) => `قد يفتح ${day} الساعة ${at}`,
    inMinutes: (minutes) => `بعد ${minutesInWords(minutes)}`,
    onWeekday,
    onDate: (weekday, day, month) => `${onWeekday(weekday)} ${day} ${months[month - 1]}`,

    helplinesClosed:
      'عادةً ما تكون خطوط المساعدة مغلقة الآن. يمكنك الاتصال بالشرطة في أي وقت: 999 في حالة الخطر المباشر، و101 إذا لم تكن الحالة طارئة.',
    hoursPublished: (date) => `نُشرت ساعات العمل في ${date}. ربما تكون قد تغيّرت.`,
    checkedOn: (date) => `تم التحقق في ${date}`,
    source: (title, date) => `الأرقام وساعات العمل مأخوذة من «${title}»، ${date}.`,
    date: (day, month, year) => `${day} ${months[month - 1]} ${year}`,

    cannotSpeak: 'إذا كنت لا تستطيع التحدث بأمان، أو لا تستطيع السمع',
    withoutSpeaking: {
      relay: { heading: 'Relay UK', text: 'بالتطبيق أو بهاتف نصي: 18000 في حالات الطوارئ، و18001 101 في غيرها.' },
      bsl: { heading: 'لغة الإشارة البريطانية', text: 'تطبيق 999 BSL أو 999bsl.co.uk. مجاني، 24 ساعة يوميًا.' },
      free: { heading: 'مجاني', text: 'يمكن الاتصال على 999 من أي هاتف، حتى من دون رصيد.' },
    },
    usingSafely: 'استخدام هذه الصفحة بأمان',
    safetyNotes: {
      device: 'إذا كان أحد قد يتفقد هاتفك أو حاسوبك، فقد يكون من الأسلم استخدام جهاز لم تُتح لذلك الشخص قط إمكانية الوصول إليه.',
      exit: '«مغادرة هذه الصفحة» تفتح موقعًا آخر. وهي لا تحذف سجل التصفح. وقد يظل زر الرجوع يُظهر الصفحات السابقة.',
      history: 'قد يثير مسح سجل التصفح الشكوك. وهو لا يوقف برامج التجسس.',
      abroad: 'لا يعمل الرقمان 999 و101 إلا في المملكة المتحدة. في أي مكان آخر، اتصل برقم الطوارئ المحلي.',
      calls: 'تبقى المكالمات في سجل مكالمات هاتفك، حتى إن لم تظهر في الفاتورة.',
    },

    hours: {
      weekdays,
      months,
      time,
      comma: '، ',
      stop: '.',
      everyDay: 'كل يوم',
      bankHolidays: 'العطل الرسمية',
      allDay: '24 ساعة',
      always: 'مفتوح على مدار 24 ساعة',
      nextDay: 'في اليوم التالي',
      mayBeOpen: 'قد يكون مفتوحًا',
      mayCloseLater: 'قد يغلق بعد موعده المعتاد',
      closed: 'مغلق',
      range: (from, to) => `من ${from} إلى ${to}`,
      and: (before, last) => `${before} و${last}`,
      from: (at) => `من ${at}`,
      orLater: (times) => `${times} أو بعد ذلك`,
      closedOnDays: (days) => `مغلق: ${days}`,
      closedOnHolidays: 'مغلق في العطل الرسمية',
    },
  },
} satisfies LanguagePack;

import ar from '../src/lang/ar.js';
import bn from '../src/lang/bn.js';
import pa from '../src/lang/pa.js';
import pl from '../src/lang/pl.js';
import ro from '../src/lang/ro.js';
import ur from '../src/lang/ur.js';
import type { MessagesPack } from '../src/index.js';

/** What a pack must say. Written by hand; a reviewer of the language reads this table. */
export interface PackTable {
  readonly words: MessagesPack;
  /** Every one of these stands somewhere in the panel; the first is its heading. */
  readonly says: readonly string[];
  /** London time, contact, its status: without the words for "UK time". */
  readonly statuses: readonly (readonly [now: string, contact: string, sentence: string])[];
  /** Opening hours, and how they are said. */
  readonly hours: readonly (readonly [openingHours: string, sentences: string])[];
  /** "opens on Friday 24 December 2027 at 2:30am": more than a year ahead, and early in the day. */
  readonly yearAhead: string;
  /** Minutes as a countdown, once in each form that the word for them takes, and more. */
  readonly minutes: readonly (readonly [minutes: number, words: string])[];
  /** Words that are English and of this language: "police" in French, "open" in Dutch. */
  readonly shares?: readonly string[];
}

const NSH = 'national-stalking-helpline';
const PALADIN = 'paladin';

/*
 * Instants: an open weekday, its last minutes, a Thursday, a weekday evening, a Saturday, the Sunday
 * before a bank holiday, the bank holiday itself. Hours checked on 27 April 2023 are fresh for a year.
 */
export const packs: Readonly<Record<string, PackTable>> = {
  pl: {
    words: pl.pl,
    says: [
      'Zgłoś stalkera',
      'zadzwoń pod 999',
      'na lokalną policję pod 101',
      'poniedziałek – piątek, 9:30 – 16:00. Nieczynne w dni ustawowo wolne.',
      'Godziny otwarcia opublikowano 27 kwietnia 2023 r. Mogły się zmienić.',
      'Naciśnij 55, gdy usłyszysz prośbę o naciśnięcie 55, nie wcześniej.',
    ],
    statuses: [
      ['2023-06-07T10:00', NSH, 'Teraz czynne, zamknięcie o 16:00'],
      ['2026-11-25T15:35', NSH, 'O tej porze zwykle czynne, zamknięcie o 16:00 (za 25 minut)'],
      ['2023-06-01T14:00', PALADIN, 'Teraz czynne co najmniej do 15:00'],
      ['2023-06-01T15:30', PALADIN, 'Może być czynne: w czwartki czynne nieco dłużej. Spróbuj zadzwonić.'],
      ['2026-11-24T18:00', NSH, 'O tej porze zwykle nieczynne, otwarcie jutro o 9:30'],
      ['2023-06-03T12:00', NSH, 'Nieczynne, otwarcie w poniedziałek o 9:30'],
      ['2023-08-27T20:00', PALADIN, 'Nieczynne, możliwe otwarcie jutro o 9:00 (dzień ustawowo wolny)'],
      ['2026-12-25T10:00', NSH, 'Nieczynne z powodu dnia ustawowo wolnego, otwarcie we wtorek o 9:30'],
      ['2018-06-06T10:00', NSH, 'Nie wiemy, czy ta linia jest teraz czynna. Możesz zadzwonić i sprawdzić.'],
      ['2023-06-07T10:00', 'police', 'Czynne całą dobę'],
    ],
    hours: [
      [
        'Mo-Fr 09:00-12:00,13:00-17:00; Sa,PH off',
        'Poniedziałek – piątek, 9:00 – 12:00 i 13:00 – 17:00. Nieczynne: sobota i dni ustawowo wolne.',
      ],
      ['Mo-Fr 02:00-09:00; Mo-We off', 'Poniedziałek – piątek, 2:00 – 9:00. Nieczynne: poniedziałek – środa.'],
      ['Mo-Su 20:00-20:00', 'Codziennie, 20:00 – 20:00 następnego dnia'],
    ],
    yearAhead: 'otwarcie w piątek 24 grudnia 2027 o 2:30',
    minutes: [
      [1, 'za 1 minutę'],
      [2, 'za 2 minuty'],
      [5, 'za 5 minut'],
      [12, 'za 12 minut'],
      [22, 'za 22 minuty'],
      [60, 'za 60 minut'],
    ],
  },
  ro: {
    words: ro.ro,
    says: [
      'Raportați un hărțuitor (stalker)',
      'sunați la 999',
      'sunați la poliția din zona dumneavoastră, la 101',
      'Luni – vineri, 9:30 – 16:00. Închis în zilele libere legale.',
      'Orarul a fost publicat la 27 aprilie 2023.',
      'Apăsați 55 când vi se cere, nu înainte.',
    ],
    statuses: [
      ['2023-06-07T10:00', NSH, 'Deschis acum, se închide la 16:00'],
      ['2026-11-25T15:35', NSH, 'De obicei deschis la această oră, se închide la 16:00 (peste 25 de minute)'],
      ['2023-06-01T14:00', PALADIN, 'Deschis acum cel puțin până la 15:00'],
      ['2023-06-01T15:30', PALADIN, 'S-ar putea să fie deschis: joia se închide puțin mai târziu. Încercați să sunați.'],
      ['2026-11-24T18:00', NSH, 'De obicei închis la această oră, se deschide mâine la 9:30'],
      ['2023-06-03T12:00', NSH, 'Închis, se deschide luni la 9:30'],
      ['2023-08-27T20:00', PALADIN, 'Închis, s-ar putea să se deschidă mâine la 9:00 (zi liberă legală)'],
      ['2026-12-25T10:00', NSH, 'Închis, fiind zi liberă legală, se deschide marți la 9:30'],
      ['2023-06-07T10:00', 'police', 'Deschis 24 de ore'],
    ],
    hours: [
      [
        'Mo-Fr 09:00-12:00,13:00-17:00; Sa,PH off',
        'Luni – vineri, 9:00 – 12:00 și 13:00 – 17:00. Închis: sâmbătă și zilele libere legale.',
      ],
      ['Mo-Fr 02:00-09:00; Mo-We off', 'Luni – vineri, 2:00 – 9:00. Închis: luni – miercuri.'],
      ['Mo-Su 20:00-20:00', 'În fiecare zi, 20:00 – 20:00 a doua zi'],
    ],
    yearAhead: 'se deschide vineri, 24 decembrie 2027, la 2:30',
    minutes: [
      [1, 'peste 1 minut'],
      [2, 'peste 2 minute'],
      [19, 'peste 19 minute'],
      [20, 'peste 20 de minute'],
      [60, 'peste 60 de minute'],
    ],
  },
  ur: {
    words: ur.ur,
    says: [
      'پیچھا کرنے والے (سٹاکر) کی اطلاع دیں',
      '999 پر کال کریں',
      'اپنی مقامی پولیس کو 101 پر کال کریں',
      'پیر سے جمعہ تک، صبح 9:30 بجے سے شام 4 بجے تک۔ سرکاری تعطیلات پر بند۔',
      'کھلنے کے اوقات 27 اپریل 2023 کو شائع ہوئے۔',
    ],
    statuses: [
      ['2023-06-07T10:00', NSH, 'ابھی کھلی ہے، شام 4 بجے بند ہو گی'],
      ['2026-11-25T15:35', NSH, 'عام طور پر اس وقت کھلی ہوتی ہے، شام 4 بجے بند ہو گی (25 منٹ میں)'],
      ['2023-06-01T14:00', PALADIN, 'ابھی کھلی ہے کم از کم دوپہر 3 بجے تک'],
      ['2023-06-01T15:30', PALADIN, 'شاید کھلی ہو: جمعرات کو کچھ زیادہ دیر تک کھلی رہتی ہے۔ کال کر کے دیکھیں۔'],
      ['2026-11-24T18:00', NSH, 'عام طور پر اس وقت بند ہوتی ہے، کل صبح 9:30 بجے کھلے گی'],
      ['2023-06-03T12:00', NSH, 'بند ہے، پیر کو صبح 9:30 بجے کھلے گی'],
      ['2023-08-27T20:00', PALADIN, 'بند ہے، کل صبح 9 بجے کھل سکتی ہے (سرکاری تعطیل)'],
      ['2026-12-25T10:00', NSH, 'سرکاری تعطیل کی وجہ سے بند ہے، منگل کو صبح 9:30 بجے کھلے گی'],
      ['2023-06-07T10:00', 'police', '24 گھنٹے کھلی ہے'],
    ],
    hours: [
      [
        'Mo-Fr 09:00-12:00,13:00-17:00; Sa,PH off',
        'پیر سے جمعہ تک، صبح 9 بجے سے دوپہر 12 بجے تک اور دوپہر 1 بجے سے شام 5 بجے تک۔ ہفتہ اور سرکاری تعطیلات کو بند۔',
      ],
      ['Mo-Fr 02:00-09:00; Mo-We off', 'پیر سے جمعہ تک، صبح 2 بجے سے صبح 9 بجے تک۔ پیر سے بدھ تک بند۔'],
      ['Mo-Su 20:00-20:00', 'ہر روز، رات 8 بجے سے رات 8 بجے تک (اگلے دن)'],
    ],
    yearAhead: 'جمعہ 24 دسمبر 2027 صبح 2:30 بجے کھلے گی',
    minutes: [
      [1, '1 منٹ میں'],
      [25, '25 منٹ میں'],
    ],
  },
  pa: {
    words: pa.pa,
    says: [
      'ਪਿੱਛਾ ਕਰਨ ਵਾਲੇ (ਸਟਾਕਰ) ਦੀ ਰਿਪੋਰਟ ਕਰੋ',
      '999 ’ਤੇ ਕਾਲ ਕਰੋ',
      'ਆਪਣੀ ਸਥਾਨਕ ਪੁਲਿਸ ਨੂੰ 101 ’ਤੇ ਕਾਲ ਕਰੋ',
      'ਸੋਮਵਾਰ ਤੋਂ ਸ਼ੁੱਕਰਵਾਰ ਤੱਕ, ਸਵੇਰੇ 9:30 ਵਜੇ ਤੋਂ ਸ਼ਾਮ 4 ਵਜੇ ਤੱਕ। ਸਰਕਾਰੀ ਛੁੱਟੀ ਵਾਲੇ ਦਿਨ ਬੰਦ।',
      'ਖੁੱਲ੍ਹਣ ਦੇ ਸਮੇਂ 27 ਅਪ੍ਰੈਲ 2023 ਨੂੰ ਪ੍ਰਕਾਸ਼ਿਤ ਕੀਤੇ ਗਏ ਸਨ।',
    ],
    statuses: [
      ['2023-06-07T10:00', NSH, 'ਹੁਣ ਖੁੱਲ੍ਹੀ ਹੈ, ਸ਼ਾਮ 4 ਵਜੇ ਬੰਦ ਹੋਵੇਗੀ'],
      ['2026-11-25T15:35', NSH, 'ਆਮ ਤੌਰ ’ਤੇ ਇਸ ਵੇਲੇ ਖੁੱਲ੍ਹੀ ਹੁੰਦੀ ਹੈ, ਸ਼ਾਮ 4 ਵਜੇ ਬੰਦ ਹੋਵੇਗੀ (25 ਮਿੰਟਾਂ ਵਿੱਚ)'],
      ['2023-06-01T14:00', PALADIN, 'ਹੁਣ ਖੁੱਲ੍ਹੀ ਹੈ ਘੱਟੋ-ਘੱਟ ਦੁਪਹਿਰ 3 ਵਜੇ ਤੱਕ'],
      ['2023-06-01T15:30', PALADIN, 'ਸ਼ਾਇਦ ਖੁੱਲ੍ਹੀ ਹੋਵੇ: ਵੀਰਵਾਰ ਨੂੰ ਥੋੜ੍ਹੀ ਦੇਰ ਨਾਲ ਬੰਦ ਹੁੰਦੀ ਹੈ। ਕਾਲ ਕਰਕੇ ਦੇਖੋ।'],
      ['2026-11-24T18:00', NSH, 'ਆਮ ਤੌਰ ’ਤੇ ਇਸ ਵੇਲੇ ਬੰਦ ਹੁੰਦੀ ਹੈ, ਭਲਕੇ ਸਵੇਰੇ 9:30 ਵਜੇ ਖੁੱਲ੍ਹੇਗੀ'],
      ['2023-06-03T12:00', NSH, 'ਬੰਦ ਹੈ, ਸੋਮਵਾਰ ਨੂੰ ਸਵੇਰੇ 9:30 ਵਜੇ ਖੁੱਲ੍ਹੇਗੀ'],
      ['2026-12-25T10:00', NSH, 'ਸਰਕਾਰੀ ਛੁੱਟੀ ਕਰਕੇ ਬੰਦ ਹੈ, ਮੰਗਲਵਾਰ ਨੂੰ ਸਵੇਰੇ 9:30 ਵਜੇ ਖੁੱਲ੍ਹੇਗੀ'],
      ['2023-06-07T10:00', 'police', '24 ਘੰਟੇ ਖੁੱਲ੍ਹੀ ਹੈ'],
    ],
    hours: [
      [
        'Mo-Fr 09:00-12:00,13:00-17:00; Sa,PH off',
        'ਸੋਮਵਾਰ ਤੋਂ ਸ਼ੁੱਕਰਵਾਰ ਤੱਕ, ਸਵੇਰੇ 9 ਵਜੇ ਤੋਂ ਦੁਪਹਿਰ 12 ਵਜੇ ਤੱਕ ਅਤੇ ਦੁਪਹਿਰ 1 ਵਜੇ ਤੋਂ ਸ਼ਾਮ 5 ਵਜੇ ਤੱਕ। ਸ਼ਨੀਵਾਰ ਅਤੇ ਸਰਕਾਰੀ ਛੁੱਟੀ ਵਾਲੇ ਦਿਨ ਬੰਦ।',
      ],
      ['Mo-Fr 02:00-09:00; Mo-We off', 'ਸੋਮਵਾਰ ਤੋਂ ਸ਼ੁੱਕਰਵਾਰ ਤੱਕ, ਤੜਕੇ 2 ਵਜੇ ਤੋਂ ਸਵੇਰੇ 9 ਵਜੇ ਤੱਕ। ਸੋਮਵਾਰ ਤੋਂ ਬੁੱਧਵਾਰ ਤੱਕ ਬੰਦ।'],
      ['Sa 00:30-05:00', 'ਸ਼ਨੀਵਾਰ, ਤੜਕੇ 12:30 ਵਜੇ ਤੋਂ ਸਵੇਰੇ 5 ਵਜੇ ਤੱਕ'],
      ['Mo-Su 20:00-20:00', 'ਹਰ ਰੋਜ਼, ਰਾਤ 8 ਵਜੇ ਤੋਂ ਰਾਤ 8 ਵਜੇ ਤੱਕ (ਅਗਲੇ ਦਿਨ)'],
    ],
    yearAhead: 'ਸ਼ੁੱਕਰਵਾਰ 24 ਦਸੰਬਰ 2027 ਤੜਕੇ 2:30 ਵਜੇ ਖੁੱਲ੍ਹੇਗੀ',
    minutes: [
      [1, '1 ਮਿੰਟ ਵਿੱਚ'],
      [25, '25 ਮਿੰਟਾਂ ਵਿੱਚ'],
    ],
  },
  ar: {
    words: ar.ar,
    says: [
      'الإبلاغ عن شخص يلاحقك أو يترصدك',
      'فاتصل على 999',
      'فاتصل بالشرطة المحلية على 101',
      'من الاثنين إلى الجمعة، من 9:30 صباحًا إلى 4 مساءً. مغلق في العطل الرسمية.',
      'نُشرت ساعات العمل في 27 أبريل 2023.',
    ],
    statuses: [
      ['2023-06-07T10:00', NSH, 'مفتوح الآن، يغلق الساعة 4 مساءً'],
      ['2026-11-25T15:35', NSH, 'عادةً ما يكون مفتوحًا الآن، يغلق الساعة 4 مساءً (بعد 25 دقيقة)'],
      ['2023-06-01T14:00', PALADIN, 'مفتوح الآن حتى الساعة 3 مساءً على الأقل'],
      ['2023-06-01T15:30', PALADIN, 'قد يكون مفتوحًا: يغلق بعد موعده المعتاد بقليل أيام الخميس. حاول الاتصال.'],
      ['2026-11-24T18:00', NSH, 'عادةً ما يكون مغلقًا الآن، يفتح غدًا الساعة 9:30 صباحًا'],
      ['2023-06-03T12:00', NSH, 'مغلق، يفتح يوم الاثنين الساعة 9:30 صباحًا'],
      ['2023-08-27T20:00', PALADIN, 'مغلق، قد يفتح غدًا الساعة 9 صباحًا (عطلة رسمية)'],
      ['2026-12-25T10:00', NSH, 'مغلق بسبب العطلة الرسمية، يفتح يوم الثلاثاء الساعة 9:30 صباحًا'],
      ['2023-06-07T10:00', 'police', 'مفتوح على مدار 24 ساعة'],
    ],
    hours: [
      [
        'Mo-Fr 09:00-12:00,13:00-17:00; Sa,PH off',
        'من الاثنين إلى الجمعة، من 9 صباحًا إلى 12 ظهرًا ومن 1 مساءً إلى 5 مساءً. مغلق: السبت والعطل الرسمية.',
      ],
      ['Mo-Fr 02:00-09:00; Mo-We off', 'من الاثنين إلى الجمعة، من 2 صباحًا إلى 9 صباحًا. مغلق: من الاثنين إلى الأربعاء.'],
      ['Mo-Su 20:00-20:00', 'كل يوم، من 8 مساءً إلى 8 مساءً في اليوم التالي'],
    ],
    yearAhead: 'يفتح يوم الجمعة 24 ديسمبر 2027 الساعة 2:30 صباحًا',
    minutes: [
      [1, 'بعد دقيقة واحدة'],
      [2, 'بعد دقيقتين'],
      [3, 'بعد 3 دقائق'],
      [10, 'بعد 10 دقائق'],
      [11, 'بعد 11 دقيقة'],
      [60, 'بعد 60 دقيقة'],
    ],
  },
  bn: {
    words: bn.bn,
    says: [
      'উত্ত্যক্তকারী অনুসরণকারীর (স্টকার) বিরুদ্ধে অভিযোগ জানান',
      '999 নম্বরে ফোন করুন',
      'আপনার স্থানীয় পুলিশকে 101 নম্বরে ফোন করুন',
      'সোমবার থেকে শুক্রবার পর্যন্ত, সকাল 9:30টা থেকে বিকাল 4টা পর্যন্ত। সরকারি ছুটির দিনে বন্ধ।',
      'খোলা থাকার সময় 27 এপ্রিল 2023 তারিখে প্রকাশিত হয়েছে।',
    ],
    statuses: [
      ['2023-06-07T10:00', NSH, 'এখন খোলা, বিকাল 4টায় বন্ধ হবে'],
      ['2026-11-25T15:35', NSH, 'সাধারণত এই সময়ে খোলা থাকে, বিকাল 4টায় বন্ধ হবে (25 মিনিট পরে)'],
      ['2023-06-01T14:00', PALADIN, 'এখন খোলা অন্তত বিকাল 3টা পর্যন্ত'],
      ['2023-06-01T15:30', PALADIN, 'খোলা থাকতে পারে: বৃহস্পতিবার একটু দেরিতে বন্ধ হয়। ফোন করে দেখুন।'],
      ['2026-11-24T18:00', NSH, 'সাধারণত এই সময়ে বন্ধ থাকে, আগামীকাল সকাল 9:30টায় খুলবে'],
      ['2023-06-03T12:00', NSH, 'বন্ধ, সোমবার সকাল 9:30টায় খুলবে'],
      ['2026-12-25T10:00', NSH, 'সরকারি ছুটির জন্য বন্ধ, মঙ্গলবার সকাল 9:30টায় খুলবে'],
      ['2023-06-07T10:00', 'police', '24 ঘণ্টা খোলা'],
    ],
    hours: [
      [
        'Mo-Fr 09:00-12:00,13:00-17:00; Sa,PH off',
        'সোমবার থেকে শুক্রবার পর্যন্ত, সকাল 9টা থেকে দুপুর 12টা পর্যন্ত ও দুপুর 1টা থেকে বিকাল 5টা পর্যন্ত। শনিবার ও সরকারি ছুটির দিন বন্ধ।',
      ],
      ['Mo-Fr 02:00-09:00; Mo-We off', 'সোমবার থেকে শুক্রবার পর্যন্ত, ভোররাত 2টা থেকে সকাল 9টা পর্যন্ত। সোমবার থেকে বুধবার পর্যন্ত বন্ধ।'],
      ['Sa 00:30-05:00', 'শনিবার, ভোররাত 12:30টা থেকে ভোর 5টা পর্যন্ত'],
      ['Mo-Su 20:00-20:00', 'প্রতিদিন, রাত 8টা থেকে রাত 8টা পর্যন্ত (পরের দিন)'],
    ],
    yearAhead: 'শুক্রবার 24 ডিসেম্বর 2027 ভোররাত 2:30টায় খুলবে',
    minutes: [
      [1, '1 মিনিট পরে'],
      [25, '25 মিনিট পরে'],
    ],
  },
};

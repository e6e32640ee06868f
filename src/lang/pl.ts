import type { LanguagePack } from '../i18n/messages.js';

/* Polish. Awaits review by a fluent speaker. */

const weekdays = ['niedziela', 'poniedziałek', 'wtorek', 'środa', 'czwartek', 'piątek', 'sobota'];
const onWeekdays = ['w niedzielę', 'w poniedziałek', 'we wtorek', 'w środę', 'w czwartek', 'w piątek', 'w sobotę'];
/** In the genitive, as in a date. */
const months = [
  'stycznia',
  'lutego',
  'marca',
  'kwietnia',
  'maja',
  'czerwca',
  'lipca',
  'sierpnia',
  'września',
  'października',
  'listopada',
  'grudnia',
];

/** 1 minutę, 2 minuty, 5 minut, 12 minut, 22 minuty. By hand: the first `Intl` object of a page is slow. */
const minutesInWords = (minutes: number): string => {
  const few = [2, 3, 4].includes(minutes % 10) && ![12, 13, 14].includes(minutes % 100);
  return `${minutes} ${minutes === 1 ? 'minutę' : few ? 'minuty' : 'minut'}`;
};

export default {
  pl: {
    heading: 'Zgłoś stalkera',
    support: 'Porady i wsparcie',
    partnerOrFamily: 'Jeśli ta osoba to partner lub partnerka, były partner lub była partnerka albo ktoś z rodziny',
    exit: 'Opuść tę stronę',
    loading: 'Wczytywanie.',
    pressShift: (missing) => `Aby wyjść, naciśnij Shift jeszcze ${missing === 1 ? 'raz' : `${missing} razy`}.`,
    preview: 'Podgląd',

    contacts: {
      emergency: {
        name: 'Służby ratunkowe',
        purpose: 'Jeśli Tobie lub komuś innemu grozi bezpośrednie niebezpieczeństwo, zadzwoń pod 999',
      },
      police: {
        name: 'Twoja lokalna policja',
        purpose: 'Jeśli to nie jest nagła sytuacja, zadzwoń na lokalną policję pod 101',
        cost: 'Bezpłatnie',
      },
      'national-stalking-helpline': {
        purpose: 'Dla każdego, niezależnie od stopnia zagrożenia. Linia bywa zajęta.',
        cost: 'Bezpłatnie. Połączenie nie powinno być widoczne na rachunku za telefon. Pozostaje na liście połączeń w telefonie.',
      },
      paladin: { cost: 'Zwykły koszt połączenia. Połączenie może być widoczne na rachunku za telefon. Anglia i Walia.' },
    },
    noEvidence: 'Aby zgłosić sprawę, nie potrzebujesz dowodów. To nie Twoja wina.',
    comments: {
      'closes slightly later on Thursdays': 'w czwartki czynne nieco dłużej',
      'bank holiday': 'dzień ustawowo wolny',
    },
    linkKinds: { chat: 'Czat', email: 'E-mail', report: 'Zgłoś online', source: 'Źródło' },

    openAllDay: 'Czynne całą dobę',
    open: 'Teraz czynne',
    closed: 'Nieczynne',
    usuallyOpen: 'O tej porze zwykle czynne',
    usuallyClosed: 'O tej porze zwykle nieczynne',
    closedForHoliday: 'Nieczynne z powodu dnia ustawowo wolnego',
    mayBeOpen: 'Może być czynne',
    tryCalling: 'Spróbuj zadzwonić.',
    cannotTell: 'Nie wiemy, czy ta linia jest teraz czynna. Możesz zadzwonić i sprawdzić.',
    ukTime: (time) => `${time} czasu brytyjskiego`,
    today: 'dziś',
    tomorrow: 'jutro',
    closesAt: (time, day) => `zamknięcie ${day ? `${day} ` : ''}o ${time}`,
    untilAtLeast: (time, day) => `co najmniej do ${time}${day ? ` ${day}` : ''}`,
    opensAt: (day, time) => `otwarcie ${day} o ${time}`,
    mayOpenAt: (day, time) => `możliwe otwarcie ${day} o ${time}`,
    inMinutes: (minutes) => `za ${minutesInWords(minutes)}`,
    onWeekday: (weekday) => onWeekdays[weekday]!,
    onDate: (weekday, day, month) => `${onWeekdays[weekday]} ${day} ${months[month - 1]}`,

    helplinesClosed:
      'O tej porze linie wsparcia są zwykle nieczynne. Na policję możesz zadzwonić o każdej porze: 999 w razie bezpośredniego niebezpieczeństwa, 101, jeśli to nie jest nagła sytuacja.',
    hoursPublished: (date) => `Godziny otwarcia opublikowano ${date} r. Mogły się zmienić.`,
    checkedOn: (date) => `Sprawdzono ${date} r.`,
    source: (title, date) => `Numery i godziny pochodzą z artykułu „${title}” z ${date} r.`,
    date: (day, month, year) => `${day} ${months[month - 1]} ${year}`,

    cannotSpeak: 'Jeśli nie możesz bezpiecznie mówić lub nie słyszysz',
    withoutSpeaking: {
      mobile: {
        heading: 'Ciche połączenie z telefonu komórkowego',
        text: 'Zadzwoń pod 999. Jeśli możesz, mów szeptem. Samo ciche połączenie nie sprowadzi policji. Słuchaj i na prośbę kaszlnij lub stuknij w telefon. Naciśnij 55, gdy usłyszysz prośbę o naciśnięcie 55, nie wcześniej. Jeśli tego nie zrobisz, połączenie zostanie zakończone. Naciśnięcie 55 nie informuje policji, gdzie jesteś.',
      },
      landline: {
        heading: 'Ciche połączenie z telefonu stacjonarnego',
        text: 'Jeśli operator słyszy tylko odgłosy w tle i nie może stwierdzić, czy potrzebujesz pomocy, połączy Cię z policją, która zwykle otrzymuje Twoją lokalizację. Jeśli odłożysz słuchawkę, połączenie może pozostać aktywne przez 45 sekund, na wypadek gdyby słuchawka została ponownie podniesiona.',
      },
      relay: {
        heading: 'Relay UK',
        text: 'W aplikacji lub przez telefon tekstowy: 18000 w nagłym wypadku, 18001 101 w pozostałych sprawach.',
      },
      text: {
        heading: 'SMS na 999',
        text: 'Działa tylko z telefonu zarejestrowanego w tej usłudze. Aby się zarejestrować, wyślij na 999 SMS o treści register, a na otrzymaną wiadomość odpowiedz yes. Jeśli w ciągu 2 do 3 minut nie dostaniesz odpowiedzi na alarmowy SMS, zadzwoń pod 18000. Nie działa poza Zjednoczonym Królestwem.',
      },
      bsl: { heading: 'Brytyjski język migowy', text: 'Aplikacja 999 BSL lub 999bsl.co.uk. Bezpłatnie, 24 godziny na dobę.' },
      free: { heading: 'Bezpłatnie', text: 'Pod 999 można zadzwonić z każdego telefonu, także bez środków na koncie.' },
    },
    usingSafely: 'Jak bezpiecznie korzystać z tej strony',
    safetyNotes: {
      device:
        'Jeśli ktoś może sprawdzać Twój telefon lub komputer, bezpieczniej może być użyć urządzenia, do którego ta osoba nigdy nie miała dostępu.',
      exit: '„Opuść tę stronę” otwiera inną witrynę. Nie usuwa historii przeglądania. Przycisk Wstecz nadal może pokazać wcześniejsze strony.',
      history: 'Wyczyszczenie historii może wzbudzić podejrzenia. Nie zatrzymuje programów szpiegujących.',
      abroad: '999 i 101 działają tylko w Zjednoczonym Królestwie. W innych krajach zadzwoń pod miejscowy numer alarmowy.',
      calls: 'Połączenia pozostają na liście połączeń w telefonie, nawet jeśli nie ma ich na rachunku za telefon.',
    },

    hours: {
      weekdays,
      months,
      // A status names midnight by the day that it ends. Where it begins one, it is 0:00.
      time: (minute) => `${minute ? Math.floor(minute / 60) : 24}:${String(minute % 60).padStart(2, '0')}`,
      everyDay: 'codziennie',
      bankHolidays: 'dni ustawowo wolne',
      allDay: 'całą dobę',
      always: 'czynne całą dobę',
      nextDay: 'następnego dnia',
      mayBeOpen: 'może być czynne',
      mayCloseLater: 'może być czynne dłużej',
      closed: 'nieczynne',
      range: (from, to) => `${from.replace('24:00', '0:00')} – ${to}`,
      and: (before, last) => `${before} i ${last}`,
      from: (time) => `od ${time.replace('24:00', '0:00')}`,
      orLater: (times) => `${times} lub dłużej`,
      closedOnDays: (days) => `nieczynne: ${days}`,
      closedOnHolidays: 'nieczynne w dni ustawowo wolne',
    },
  },
} satisfies LanguagePack;

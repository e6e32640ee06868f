import type { LanguagePack } from '../i18n/messages.js';

/* Romanian. Awaits review by a fluent speaker. */

const weekdays = ['duminică', 'luni', 'marți', 'miercuri', 'joi', 'vineri', 'sâmbătă'];
const months = [
  'ianuarie',
  'februarie',
  'martie',
  'aprilie',
  'mai',
  'iunie',
  'iulie',
  'august',
  'septembrie',
  'octombrie',
  'noiembrie',
  'decembrie',
];

/** 1 minut, 2 minute, 19 minute, 20 de minute. By hand: the first `Intl` object of a page is slow. */
const minutesInWords = (minutes: number): string =>
  minutes === 1 ? '1 minut' : `${minutes} ${minutes % 100 > 0 && minutes % 100 < 20 ? '' : 'de '}minute`;

/** A date ends with a comma, after its year where it has one. */
const endDate = (day: string): string => (day.includes(',') ? `${day},` : day);

export default {
  ro: {
    heading: 'Raportați un hărțuitor (stalker)',
    support: 'Sfaturi și sprijin',
    partnerOrFamily: 'Dacă persoana este partenerul sau partenera, fostul partener, fosta parteneră sau cineva din familie',
    exit: 'Părăsiți această pagină',
    loading: 'Se încarcă.',
    pressShift: (missing) => `Apăsați Shift încă ${missing === 1 ? 'o dată' : 'de două ori'} pentru a ieși.`,
    preview: 'Previzualizare',

    contacts: {
      emergency: {
        name: 'Servicii de urgență',
        purpose: 'Dacă dumneavoastră sau altcineva este în pericol imediat, sunați la 999',
      },
      police: {
        name: 'Poliția din zona dumneavoastră',
        purpose: 'Dacă nu este o urgență, sunați la poliția din zona dumneavoastră, la 101',
        cost: 'Gratuit',
      },
      'national-stalking-helpline': {
        purpose: 'Pentru oricine, la orice nivel de risc. Linia poate fi ocupată.',
        cost: 'Gratuit. Apelul nu ar trebui să apară pe factura de telefon. Rămâne în lista de apeluri.',
      },
      paladin: { cost: 'Tariful normal al unui apel. Apelul poate apărea pe factura de telefon. Anglia și Țara Galilor.' },
    },
    noEvidence: 'Nu aveți nevoie de dovezi pentru a raporta. Nu este vina dumneavoastră.',
    comments: {
      'closes slightly later on Thursdays': 'joia se închide puțin mai târziu',
      'bank holiday': 'zi liberă legală',
    },
    linkKinds: { chat: 'Chat', email: 'E-mail', report: 'Raportați online', source: 'Sursă' },

    openAllDay: 'Deschis 24 de ore',
    open: 'Deschis acum',
    closed: 'Închis',
    usuallyOpen: 'De obicei deschis la această oră',
    usuallyClosed: 'De obicei închis la această oră',
    closedForHoliday: 'Închis, fiind zi liberă legală',
    mayBeOpen: 'S-ar putea să fie deschis',
    tryCalling: 'Încercați să sunați.',
    cannotTell: 'Nu putem spune dacă această linie este deschisă. Puteți suna ca să verificați.',
    ukTime: (time) => `${time}, ora Regatului Unit`,
    today: 'astăzi',
    tomorrow: 'mâine',
    closesAt: (time, day) => `se închide ${day ? `${endDate(day)} ` : ''}la ${time}`,
    untilAtLeast: (time, day) => `cel puțin până ${day ? `${endDate(day)} ` : ''}la ${time}`,
    opensAt: (day, time) => `se deschide ${endDate(day)} la ${time}`,
    mayOpenAt: (day, time) => `s-ar putea să se deschidă ${endDate(day)} la ${time}`,
    inMinutes: (minutes) => `peste ${minutesInWords(minutes)}`,
    onWeekday: (weekday) => weekdays[weekday]!,
    onDate: (weekday, day, month) => `${weekdays[weekday]}, ${day} ${months[month - 1]}`,

    helplinesClosed:
      'La această oră liniile de asistență sunt de obicei închise. Puteți suna oricând la poliție: 999 în caz de pericol imediat, 101 dacă nu este o urgență.',
    hoursPublished: (date) => `Orarul a fost publicat la ${date}. Este posibil să se fi schimbat.`,
    checkedOn: (date) => `Verificat la ${date}`,
    source: (title, date) => `Numerele și orarul provin din articolul „${title}” din ${date}.`,
    date: (day, month, year) => `${day} ${months[month - 1]} ${year}`,

    cannotSpeak: 'Dacă nu puteți vorbi în siguranță sau nu auziți',
    withoutSpeaking: {
      mobile: {
        heading: 'Apel fără a vorbi, de pe telefonul mobil',
        text: 'Sunați la 999. Șoptiți, dacă puteți. Un apel fără cuvinte nu este de ajuns ca poliția să vină. Ascultați și, când vi se cere, tușiți sau loviți ușor telefonul. Apăsați 55 când vi se cere, nu înainte. Dacă nu o faceți, apelul se va încheia. Faptul că apăsați 55 nu îi spune poliției unde sunteți.',
      },
      landline: {
        heading: 'Apel fără a vorbi, de pe telefonul fix',
        text: 'Dacă operatorul aude doar zgomot de fond și nu își poate da seama dacă aveți nevoie de ajutor, vă face legătura cu poliția, care de obicei primește locația dumneavoastră. Dacă închideți, linia poate rămâne deschisă 45 de secunde, în caz că ridicați din nou receptorul.',
      },
      relay: {
        heading: 'Relay UK',
        text: 'Cu aplicația sau cu un telefon cu text: 18000 în caz de urgență, 18001 101 în celelalte cazuri.',
      },
      text: {
        heading: 'SMS la 999',
        text: 'Funcționează numai dacă telefonul a fost înregistrat pentru acest serviciu. Pentru înregistrare, trimiteți prin SMS cuvântul register la 999, apoi răspundeți cu yes la mesajul primit. Dacă nu primiți răspuns la un SMS de urgență în 2 până la 3 minute, sunați la 18000. Nu funcționează în afara Regatului Unit.',
      },
      bsl: { heading: 'Limba britanică a semnelor', text: 'Aplicația 999 BSL sau 999bsl.co.uk. Gratuit, 24 de ore pe zi.' },
      free: { heading: 'Gratuit', text: 'La 999 se poate suna de pe orice telefon, chiar și fără credit.' },
    },
    usingSafely: 'Cum folosiți această pagină în siguranță',
    safetyNotes: {
      device:
        'Dacă cineva v-ar putea verifica telefonul sau calculatorul, poate fi mai sigur să folosiți un dispozitiv la care acea persoană nu a avut niciodată acces.',
      exit: '„Părăsiți această pagină” deschide alt site, dar nu șterge istoricul. Butonul Înapoi poate arăta în continuare paginile anterioare.',
      history: 'Ștergerea istoricului poate trezi bănuieli. Nu oprește programele spion.',
      abroad: '999 și 101 funcționează numai în Regatul Unit. În altă parte, sunați la numărul local de urgență.',
      calls: 'Apelurile rămân în lista de apeluri a telefonului, chiar dacă nu apar pe factura de telefon.',
    },

    hours: {
      weekdays,
      months,
      // A status names midnight by the day that it ends. Where it begins one, it is 0:00.
      time: (minute) => `${minute ? Math.floor(minute / 60) : 24}:${String(minute % 60).padStart(2, '0')}`,
      everyDay: 'în fiecare zi',
      bankHolidays: 'zilele libere legale',
      allDay: '24 de ore',
      always: 'deschis 24 de ore',
      nextDay: 'a doua zi',
      mayBeOpen: 's-ar putea să fie deschis',
      mayCloseLater: 's-ar putea să se închidă mai târziu',
      closed: 'închis',
      range: (from, to) => `${from.replace('24:00', '0:00')} – ${to}`,
      and: (before, last) => `${before} și ${last}`,
      from: (time) => `de la ${time.replace('24:00', '0:00')}`,
      orLater: (times) => `${times} sau mai târziu`,
      closedOnDays: (days) => `închis: ${days}`,
      closedOnHolidays: 'închis în zilele libere legale',
    },
  },
} satisfies LanguagePack;

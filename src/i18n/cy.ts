import { welshHours } from './hours-in-words.js';
import type { Messages } from './messages.js';

const { weekdays, months } = welshHours;

/** Said as "on Monday", a day mutates: dydd Llun, ddydd Llun. */
const onWeekday = (weekday: number): string => `d${weekdays[weekday]}`;

/** Welsh. Awaits review by a fluent speaker. */
export const cy: Messages = {
  lang: 'cy',

  heading: 'Rhoi gwybod am stelciwr',
  support: 'Cyngor a chymorth',
  partnerOrFamily: "Os yw'r person yn bartner, yn gyn-bartner neu'n aelod o'r teulu",
  exit: 'Gadael y dudalen hon',
  loading: 'Yn llwytho.',
  pressShift: (missing) => `Pwyswch Shift ${missing === 1 ? 'unwaith' : 'ddwywaith'} eto i adael.`,
  preview: 'Rhagolwg',

  contacts: {
    emergency: {
      name: 'Gwasanaethau brys',
      purpose: 'Os ydych chi neu rywun arall mewn perygl uniongyrchol, ffoniwch 999',
    },
    police: {
      name: 'Eich heddlu lleol',
      purpose: "Os nad yw'n argyfwng, ffoniwch eich heddlu lleol ar 101",
      cost: 'Am ddim',
    },
    'national-stalking-helpline': {
      name: 'National Stalking Helpline',
      organisation: 'Suzy Lamplugh Trust',
      purpose: 'I bawb, ar unrhyw lefel o risg. Gall fod yn brysur.',
      cost: "Am ddim. Ni ddylai ymddangos ar filiau ffôn. Mae'n aros yn eich rhestr galwadau.",
    },
    paladin: {
      name: 'Paladin',
      organisation: 'National Stalking Advocacy Service',
      cost: 'Cost galwad arferol. Gallai ymddangos ar filiau ffôn. Cymru a Lloegr.',
    },
    'national-domestic-abuse-helpline': { name: 'National Domestic Abuse Helpline, i fenywod (Refuge)' },
    'live-fear-free': { name: 'Live Fear Free helpline' },
    'domestic-abuse-forced-marriage-helpline': { name: "Scotland's Domestic Abuse and Forced Marriage Helpline" },
    'domestic-sexual-abuse-helpline': { name: 'Domestic and Sexual Abuse Helpline' },
  },
  noEvidence: 'Nid oes angen tystiolaeth arnoch i roi gwybod. Nid eich bai chi yw hyn.',
  comments: {
    'closes slightly later on Thursdays': 'yn cau ychydig yn hwyrach ar ddydd Iau',
    'bank holiday': 'gŵyl banc',
  },
  linkKinds: { chat: 'Sgwrs ar y we', email: 'E-bost', report: 'Rhoi gwybod ar-lein', source: 'Ffynhonnell' },
  policeNames: { scotland: 'Police Scotland', 'northern-ireland': 'Police Service of Northern Ireland' },

  openAllDay: 'Ar agor 24 awr y dydd',
  open: 'Ar agor nawr',
  closed: 'Ar gau',
  usuallyOpen: 'Fel arfer ar agor nawr',
  usuallyClosed: 'Fel arfer ar gau nawr',
  closedForHoliday: 'Ar gau oherwydd gŵyl banc',
  mayBeOpen: 'Gallai fod ar agor',
  tryCalling: 'Rhowch gynnig ar ffonio.',
  cannotTell: "Ni allwn ddweud a yw'r llinell hon ar agor. Gallwch ffonio i weld.",
  ukTime: (time) => `${time} amser y DU`,
  today: 'heddiw',
  tomorrow: 'yfory',
  closesAt: (time, day) => `yn cau am ${time}${day ? ` ${day}` : ''}`,
  untilAtLeast: (time, day) => `tan o leiaf ${time}${day ? ` ${day}` : ''}`,
  opensAt: (day, time) => `yn agor ${day} am ${time}`,
  mayOpenAt: (day, time) => `gallai agor ${day} am ${time}`,
  // "munud" softens after two alone: 1 munud, 2 funud, 3 munud, 22 munud. By hand: Chromium has no
  // Welsh data, and its `Intl.PluralRules('cy')` quietly answers by English rules.
  inMinutes: (minutes) => `ymhen ${minutes} ${minutes === 2 ? 'funud' : 'munud'}`,
  onWeekday,
  onDate: (weekday, day, month) => `${onWeekday(weekday)} ${day} ${months[month - 1]}`,

  helplinesClosed:
    "Mae'r llinellau cymorth fel arfer ar gau nawr. Gallwch ffonio'r heddlu unrhyw bryd: 999 mewn perygl uniongyrchol, 101 os nad yw'n argyfwng.",
  hoursPublished: (date) => `Cyhoeddwyd yr oriau agor ar ${date}. Efallai eu bod wedi newid.`,
  checkedOn: (date) => `Gwiriwyd ar ${date}`,
  source: (title, date) => `Daw'r rhifau a'r oriau o "${title}", ${date}.`,
  date: (day, month, year) => `${day} ${months[month - 1]} ${year}`,

  cannotSpeak: 'Os na allwch siarad yn ddiogel, neu os na allwch glywed',
  withoutSpeaking: {
    mobile: {
      heading: 'Galwad dawel o ffôn symudol',
      text: "Ffoniwch 999. Sibrydwch os gallwch. Nid yw galwad dawel ar ei phen ei hun yn dod â'r heddlu. Gwrandewch, a phesychwch neu tapiwch y ffôn pan ofynnir i chi. Pwyswch 55 pan ofynnir i chi, nid cyn hynny. Os na wnewch, daw'r alwad i ben. Nid yw pwyso 55 yn dweud wrth yr heddlu ble rydych chi.",
    },
    landline: {
      heading: 'Galwad dawel o linell dir',
      text: "Os yw'r gweithredwr yn clywed sŵn cefndir yn unig ac yn methu dweud a oes angen help, bydd yn eich cysylltu â'r heddlu, sydd fel arfer yn cael eich lleoliad. Os rhowch y ffôn i lawr, gall y llinell aros ar agor am 45 eiliad rhag ofn i chi ei godi eto.",
    },
    relay: { heading: 'Relay UK', text: "Gyda'r ap neu ffôn testun: 18000 mewn argyfwng, 18001 101 fel arall." },
    text: {
      heading: 'Tecstio 999',
      text: "Dim ond os yw'r ffôn wedi'i gofrestru y mae hyn yn gweithio. I gofrestru, tecstiwch y gair register i 999, yna atebwch yes i'r ateb. Os na chewch ateb i neges destun frys o fewn 2 i 3 munud, ffoniwch 18000. Nid yw'n gweithio dramor.",
    },
    bsl: {
      heading: 'Iaith Arwyddion Prydain',
      text: 'Ap 999 BSL neu 999bsl.co.uk. Am ddim, 24 awr y dydd.',
    },
    free: { heading: 'Am ddim', text: 'Gellir ffonio 999 o unrhyw ffôn, hefyd heb gredyd.' },
  },
  usingSafely: "Defnyddio'r dudalen hon yn ddiogel",
  safetyNotes: {
    device:
      "Os gallai rhywun fod yn edrych ar eich ffôn neu'ch cyfrifiadur, gall fod yn fwy diogel defnyddio dyfais nad yw'r person hwnnw erioed wedi cael mynediad ati.",
    exit: "Mae 'Gadael y dudalen hon' yn agor gwefan arall. Nid yw gadael y dudalen hon yn dileu eich hanes pori. Gall y botwm Yn ôl ddangos tudalennau cynharach o hyd.",
    history: "Gall clirio'r hanes wneud rhywun yn amheus. Nid yw'n atal ysbïwedd.",
    abroad: 'Dim ond yn y DU y mae 999 a 101 yn gweithio. Yn unrhyw le arall, ffoniwch y rhif argyfwng lleol.',
    calls: "Mae galwadau'n aros yn rhestr galwadau eich ffôn, hyd yn oed os nad ydynt yn ymddangos ar y bil.",
  },

  hours: welshHours,
};

import { expect } from '@open-wc/testing';
import '../src/define.js';
import { FakeTime } from './support/fake-time.js';
import { inLondon, mount, type PanelHarness } from './support/panel-harness.js';

const NSH = 'national-stalking-helpline';

/** London time, contact, what it says: each written by hand. */
const ROWS = [
  ['2023-06-07T10:00', NSH, 'Ar agor nawr, yn cau am 4pm'],
  ['2023-06-07T15:35', NSH, 'Ar agor nawr, yn cau am 4pm (ymhen 25 munud)'],
  ['2023-06-07T15:59', NSH, 'Ar agor nawr, yn cau am 4pm (ymhen 1 munud)'],
  ['2023-06-07T15:58', NSH, 'Ar agor nawr, yn cau am 4pm (ymhen 2 funud)'],
  ['2026-11-25T10:00', NSH, 'Fel arfer ar agor nawr, yn cau am 4pm'],
  ['2023-06-01T14:00', 'paladin', 'Ar agor nawr tan o leiaf 3pm'],
  ['2023-06-01T15:30', 'paladin', 'Gallai fod ar agor: yn cau ychydig yn hwyrach ar ddydd Iau. Rhowch gynnig ar ffonio.'],
  ['2023-06-07T08:00', NSH, 'Ar gau, yn agor heddiw am 9:30am'],
  ['2023-06-06T18:00', NSH, 'Ar gau, yn agor yfory am 9:30am'],
  ['2023-06-03T12:00', NSH, 'Ar gau, yn agor ddydd Llun am 9:30am'],
  ['2026-11-28T12:00', NSH, 'Fel arfer ar gau nawr, yn agor ddydd Llun am 9:30am'],
  ['2023-08-26T12:00', 'paladin', 'Ar gau, gallai agor ddydd Llun am 9am (gŵyl banc)'],
  ['2023-08-28T10:00', 'paladin', 'Gallai fod ar agor: gŵyl banc. Rhowch gynnig ar ffonio.'],
  ['2023-08-28T10:00', NSH, 'Ar gau oherwydd gŵyl banc, yn agor yfory am 9:30am'],
  ['2018-06-06T10:00', NSH, "Ni allwn ddweud a yw'r llinell hon ar agor. Gallwch ffonio i weld."],
  ['2023-06-07T10:00', 'police', 'Ar agor 24 awr y dydd'],
] as const;

describe('in Welsh', () => {
  let time: FakeTime;

  const welsh = async (attributes: Record<string, string> = {}): Promise<PanelHarness> => {
    const panel = await mount({ lang: 'cy', ...attributes });
    await time.paint();
    return panel;
  };

  beforeEach(() => {
    time = new FakeTime('2026-11-25T22:00Z');
  });

  afterEach(() => {
    document.querySelectorAll('report-stalker-panel').forEach((panel) => panel.remove());
    document.documentElement.lang = 'en';
    time.restore();
  });

  for (const [now, id, sentence] of ROWS)
    it(`${now}, ${id}: ${sentence}`, async () => {
      expect(inLondon((await welsh({ now })).sentence(id))).to.equal(sentence);
    });

  it('a date further away has its month', async () => {
    const panel = await welsh({ now: '2026-12-18T17:00' });
    panel.element.contacts = {
      version: 1,
      contacts: [{ id: 'far', name: 'Far', number: '01632 960 001', hours: 'Dec 29 09:30-16:00', checkedOn: '2026-12-01' }],
    };
    await panel.element.updateComplete;
    expect(inLondon(panel.sentence('far'))).to.equal('Ar gau, yn agor ddydd Mawrth 29 Rhagfyr am 9:30am');
  });

  it('says the rest in Welsh too, and marks its language', async () => {
    const panel = await welsh();
    for (const words of [
      'Rhoi gwybod am stelciwr',
      'Cyngor a chymorth',
      'Gadael y dudalen hon',
      'Os ydych chi neu rywun arall mewn perygl uniongyrchol, ffoniwch 999',
      'Dydd Llun i ddydd Gwener, 9:30am i 4pm',
      'Cyhoeddwyd yr oriau agor ar 27 Ebrill 2023. Efallai eu bod wedi newid.',
      "Mae'r llinellau cymorth fel arfer ar gau nawr. Gallwch ffonio'r heddlu unrhyw bryd: 999 mewn perygl uniongyrchol, 101 os nad yw'n argyfwng.",
      "Os nad yw'n argyfwng, ffoniwch eich heddlu lleol ar 101",
      "Ni ddylai ymddangos ar filiau ffôn. Mae'n aros yn eich rhestr galwadau.",
      'Gallai ymddangos ar filiau ffôn.',
      'Am ddim',
      'Os na allwch siarad yn ddiogel, neu os na allwch glywed',
      "Ffoniwch 999. Sibrydwch os gallwch. Nid yw galwad dawel ar ei phen ei hun yn dod â'r heddlu. Gwrandewch, a phesychwch neu tapiwch y ffôn pan ofynnir i chi. Pwyswch 55 pan ofynnir i chi, nid cyn hynny. Os na wnewch, daw'r alwad i ben. Nid yw pwyso 55 yn dweud wrth yr heddlu ble rydych chi.",
      "Os yw'r gweithredwr yn clywed sŵn cefndir yn unig ac yn methu dweud a oes angen help, bydd yn eich cysylltu â'r heddlu, sydd fel arfer yn cael eich lleoliad. Os rhowch y ffôn i lawr, gall y llinell aros ar agor am 45 eiliad rhag ofn i chi ei godi eto.",
      "Defnyddio'r dudalen hon yn ddiogel",
      "Os gallai rhywun fod yn edrych ar eich ffôn neu'ch cyfrifiadur, gall fod yn fwy diogel defnyddio dyfais nad yw'r person hwnnw erioed wedi cael mynediad ati.",
      'Nid yw gadael y dudalen hon yn dileu eich hanes pori.',
      "Gall clirio'r hanes wneud rhywun yn amheus.",
      'Dim ond yn y DU y mae 999 a 101 yn gweithio. Yn unrhyw le arall, ffoniwch y rhif argyfwng lleol.',
      "Mae galwadau'n aros yn rhestr galwadau eich ffôn, hyd yn oed os nad ydynt yn ymddangos ar y bil.",
    ])
      expect(panel.text).to.contain(words);
    expect(panel.root.querySelector<HTMLElement>('.frame')!.lang).to.equal('cy');
  });

  it('introduces the line of a nation, and marks a preview', async () => {
    const { text } = await welsh({ region: 'wales', now: '2026-11-25T10:00' });
    expect(text).to.contain("Os yw'r person yn bartner, yn gyn-bartner neu'n aelod o'r teulu");
    expect(text).to.contain('Rhagolwg');
  });

  it('says the twelves and counts in Welsh', async () => {
    const panel = await welsh({ now: '2026-11-25T23:30' });
    panel.element.contacts = {
      version: 1,
      contacts: [
        { id: 'night', name: 'Nos', number: '01632 960 001', hours: '20:00-24:00', checkedOn: '2026-11-01' },
        { id: 'noon', name: 'Dydd', number: '01632 960 002', hours: '12:00-13:00', checkedOn: '2026-11-01' },
      ],
    };
    await panel.element.updateComplete;
    expect(inLondon(panel.sentence('night'))).to.equal('Ar agor nawr, yn cau am hanner nos (ymhen 30 munud)');
    expect(inLondon(panel.sentence('noon'))).to.equal('Ar gau, yn agor yfory am hanner dydd');
  });

  it('leaves no word in English', async () => {
    expect((await welsh()).root.querySelector('span[lang]')).to.equal(null);
  });

  it('follows the language of the page as it changes', async () => {
    const panel = await mount();
    document.documentElement.lang = 'cy-GB';
    await new Promise((resolve) => setTimeout(resolve));
    await panel.element.updateComplete;
    expect(panel.text).to.contain('Gadael y dudalen hon');
    document.documentElement.lang = 'fr';
    await new Promise((resolve) => setTimeout(resolve));
    await panel.element.updateComplete;
    expect(panel.text).to.contain('Exit this page');
    expect(panel.root.querySelector<HTMLElement>('.frame')!.lang).to.equal('en');
  });

  it('its tag may be in capitals', async () => {
    for (const lang of ['CY', 'Cy-GB'])
      expect((await mount({ lang })).root.querySelector('#heading')!.textContent).to.equal('Rhoi gwybod am stelciwr');
  });

  it('its own lang beats the page’s', async () => {
    document.documentElement.lang = 'cy';
    expect((await mount({ lang: 'en' })).text).to.contain('Exit this page');
  });

  it('localised texts of the host are said in Welsh', async () => {
    const panel = await welsh();
    panel.element.contacts = {
      version: 1,
      contacts: [{ id: 'x', name: { en: 'County', cy: 'Y sir' }, number: '01632 960 001', hours: '24/7' }],
    };
    await panel.element.updateComplete;
    expect(panel.contact('x').textContent).to.contain('Y sir');
  });
});

/*
 * date-fns-tz for one zone, whose name is right, at noons: hours/london-time.ts asks for nothing
 * else, treats whatever throws as a runtime without zone data, and checks the answers.
 */
import { comparedWith } from './compared-with.mjs';
import { editModule } from './edit-module.mjs';

/** The release whose code is edited: the patterns may fit another one that means something else. */
const COMPARED = { 'date-fns-tz': '3.2.0' };

export const leanZone = [
  comparedWith(COMPARED, 'the edits in scripts/bundle/lean-zone.mjs', 'the same file'),
  editModule('date-fns-tz/dist/esm/_lib/tzParseTimezone/index.js', [
    // What goes: zones that are offsets ("Z", "+01", "+01:00"); one more `Intl` object, to find out whether the zone is
    // known (the next one throws as well); and the way to the offset by the time that has the digits of the visitor's
    // clock. The library's own for an instant (`isUtcDate`) leads to the same at noon, and then London is whole hours
    // away, on the same day. Its caller negates this: `12 - …` would make -0 of a winter's 0.
    [/const patterns = \{[\s\S]*?\};/, ''],
    [
      /\/\/ Empty string[\s\S]*?return NaN;\n(?=\}\nfunction toUtcDate)/,
      'return -(tzTokenizeDate(date, timezoneString) - 12) * MILLISECONDS_IN_HOUR;\n',
    ],
  ]),
  editModule('date-fns-tz/dist/esm/_lib/tzTokenizeDate/index.js', [
    // Formatted when the module is evaluated, to find out what browsers of 2019 could not do: that
    // first use of `Intl` costs 10 to 100 ms, before a single number is on screen.
    [/const testDateFormatted = new Intl[\s\S]*?const hourCycleSupported = [\s\S]*?;/, 'const hourCycleSupported = true;'],
    // The hour alone.
    [
      /const dtf = (getDateTimeFormat\(timeZone\));\s*return 'formatToParts' in dtf \? partsOffset\(dtf, date\) : hackyOffset\(dtf, date\);/,
      'return parseInt($1.format(date), 10);',
    ],
    [/year: 'numeric',\s*month: 'numeric',\s*day: '2-digit',\s*(hour: '2-digit',)\s*minute: '2-digit',\s*second: '2-digit',/, '$1'],
    // One zone needs no object by name.
    [/dtfCache\[timeZone\]/g, 'dtfCache'],
    [/const dtfCache = \{\};/, 'let dtfCache;'],
  ]),
];

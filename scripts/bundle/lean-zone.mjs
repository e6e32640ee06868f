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
    // Zones that are offsets: "Z", "+01", "+01:00".
    [/const patterns = \{[\s\S]*?\};/, ''],
    [/\/\/ Empty string[\s\S]*?(?=\/\/ IANA time zone)/, ''],
    // One more `Intl` object, to find out whether the zone is known; the next one throws as well.
    [/if \(isValidTimezoneIANAString\(timezoneString\)\) \{([\s\S]*?)\n    \}\n    return NaN;/, '$1'],
    // The library's own route for an instant (`isUtcDate`): the offset at it, and not first at the
    // time that has the digits of the visitor's clock. At noon both lead to the same.
    [
      /date = new Date\(date \|\| Date\.now\(\)\);\s*const utcDate = isUtcDate \? date : toUtcDate\(date\);\s*const offset = calcOffset\(utcDate, timezoneString\);\s*const fixedOffset = isUtcDate \? offset : fixOffset\(date, offset, timezoneString\);\s*return -fixedOffset;/,
      'return -calcOffset(date, timezoneString);',
    ],
    // It is noon in UTC, and London is whole hours away, on the same day.
    [/const tokens = tzTokenizeDate\(date, timezoneString\);[\s\S]*?return asUTC - asTS;/, 'return (tzTokenizeDate(date, timezoneString) - 12) * MILLISECONDS_IN_HOUR;'],
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

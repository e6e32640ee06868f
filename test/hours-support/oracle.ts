/**
 * The reference implementation, opening_hours.js, asked about London. It reads the rules in the
 * zone of its process, so it is only right in Europe/London.
 */
import OpeningHoursJs from 'opening_hours';

if (Intl.DateTimeFormat().resolvedOptions().timeZone !== 'Europe/London') {
  throw new Error('The oracle needs a process in London: run with TZ=Europe/London');
}

const LONDON = {
  lat: '51.5074',
  lon: '-0.1278',
  address: { country: 'United Kingdom', country_code: 'gb', state: 'England' },
};

export interface OracleStatus {
  readonly state: 'open' | 'closed' | 'unknown';
  readonly comment?: string;
  /** Absent: not before the limit. */
  readonly until?: number;
}

export type Oracle = InstanceType<typeof OpeningHoursJs>;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- typed for a full Nominatim answer
export const oracleFor = (text: string): Oracle => new OpeningHoursJs(text, LONDON as any);

/**
 * Names of holidays and its remark on open ends are not comments of the hours: only `comments`
 * are kept.
 */
export function askOracle(oracle: Oracle, at: number, comments: readonly string[], limit: number): OracleStatus {
  const iterator = oracle.getIterator(new Date(at));
  const read = (): OracleStatus => {
    const comment = iterator.getComment();
    return {
      state: iterator.getState() ? 'open' : iterator.getUnknown() ? 'unknown' : 'closed',
      ...(comment !== undefined && comments.includes(comment) && { comment }),
    };
  };
  const now = read();
  while (iterator.advance(new Date(limit))) {
    const then = read();
    if (then.state !== now.state || then.comment !== now.comment) {
      return { ...now, until: iterator.getDate().getTime() };
    }
  }
  return now;
}

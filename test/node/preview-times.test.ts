import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { atStep, presetsAt, stepOf, wallAt, wallFrom, wallInWords } from '../../demo/preview-times.js';

describe('times to preview', () => {
  it('an instant as the clock in London shows it', () => {
    assert.equal(wallAt(Date.parse('2026-12-24T23:59:59Z')), '2026-12-24T23:59');
    assert.equal(wallAt(Date.parse('2026-06-30T23:15Z')), '2026-07-01T00:15');
  });

  it('only times that exist on a calendar', () => {
    for (const wall of ['2026-12-25T10:00', '2028-02-29T00:00', '2026-01-01T23:59', '0122-02-05T14:10']) assert.equal(wallFrom(wall), wall);
    for (const text of ['', 'now', '2026-12-25', '2026-02-30T10:00', '2026-13-01T10:00', '2026-12-25T24:00', '2026-12-25T10:60'])
      assert.equal(wallFrom(text), undefined, text);
  });

  it('to the minute, as a date field writes them, and with nothing before or after', () => {
    for (const text of ['2026-12-25T10:00:30', '2026-12-25T10:00:30.5', '2026-12-25T10:00:30.125'])
      assert.equal(wallFrom(text), '2026-12-25T10:00', text);
    for (const text of [
      '2026-12-25T10:00junk',
      '2026-12-25T10:001',
      '2026-12-25T10:00:',
      '2026-12-25T10:00Z',
      ' 2026-12-25T10:00',
      '12026-12-25T10:00',
    ])
      assert.equal(wallFrom(text), undefined, text);
  });

  it('a week has 672 steps, from Monday midnight on', () => {
    for (const [wall, step] of [
      ['2026-11-23T00:00', 0],
      ['2026-11-26T15:30', 3 * 96 + 62],
      ['2026-11-26T15:44', 3 * 96 + 62],
      ['2026-11-29T23:45', 671],
      // A week across the end of a year.
      ['2027-01-01T00:00', 4 * 96],
    ] as const)
      assert.equal(stepOf(wall), step, wall);
    assert.equal(atStep('2026-11-25T12:00', 0), '2026-11-23T00:00');
    assert.equal(atStep('2026-11-25T12:00', 671), '2026-11-29T23:45');
    assert.equal(atStep('2027-01-01T00:00', 0), '2026-12-28T00:00');
    assert.match(atStep('0122-02-05T14:10', 0), /^0122-0/);
    for (let step = 0; step < 672; step++) assert.equal(stepOf(atStep('2026-12-30T08:00', step)), step);
  });

  it('in words', () => {
    assert.equal(wallInWords('2026-11-26T15:30'), 'Thursday 26 November 2026, 3:30pm');
    assert.equal(wallInWords('2027-01-01T00:00'), 'Friday 1 January 2027, midnight');
  });

  it('presets are the next of their kind, today included', () => {
    const at = (instant: string) => Object.fromEntries(presetsAt(Date.parse(instant)));
    assert.deepEqual(at('2026-11-24T12:00Z'), {
      'Christmas Day': '2026-12-25T10:00',
      'Thursday 3:30pm': '2026-11-26T15:30',
      'Sunday night': '2026-11-29T23:00',
    });
    assert.equal(at('2026-12-25T12:00Z')['Christmas Day'], '2026-12-25T10:00');
    assert.equal(at('2026-12-26T12:00Z')['Christmas Day'], '2027-12-25T10:00');
    assert.equal(at('2026-11-26T23:00Z')['Thursday 3:30pm'], '2026-11-26T15:30');
    // Sunday still in UTC, Monday already in London's summer.
    assert.equal(at('2026-06-28T23:30Z')['Sunday night'], '2026-07-05T23:00');
  });
});

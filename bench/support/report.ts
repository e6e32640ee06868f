/** What the bench prints and docs/performance.md keeps: one row for each thing measured. */
import { readFileSync, writeFileSync } from 'node:fs';
import { betweenMarks } from '../../scripts/between-marks.mjs';

export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly goal?: string;
  readonly verdict?: string;
}

/** Rows of one sort, with what a reader must know about how they came about. */
export interface Section {
  readonly title: string;
  readonly how: string;
  readonly rows: readonly Row[];
}

const digits = (value: number): string =>
  Number.isInteger(value) ? String(value) : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/** Refuses what is no measurement: the longest of no tasks is -Infinity, which is at most anything, and so is less than nothing. */
const measured = (what: string, value: number): number => {
  if (!(Number.isFinite(value) && value >= 0)) throw new Error(`Nothing was measured: ${what}`);
  return value;
};

const withUnit = (value: number | string, unit: string): string => `${value} ${unit}`.trim();

/** How many times as much one takes as the other, where both take something: none of it, or less, is at most anything. */
export const beside = (one: number, other: number): number => {
  if (!(one > 0 && other > 0)) throw new Error(`Nothing was measured: ${one} beside ${other}`);
  return one / other;
};

/** A measured number beside what it may be at most. */
export const atMost = (what: string, value: number, goal: number, unit = '×'): Row => ({
  what,
  measured: withUnit(digits(measured(what, value)), unit),
  goal: `at most ${withUnit(goal, unit)}`,
  verdict: value <= goal ? 'reached' : `${withUnit(digits(value - goal), unit)} over`,
});

/** A measured number beside what it must be at least. */
export const atLeast = (what: string, value: number, goal: number, unit = '×'): Row => ({
  what,
  measured: withUnit(digits(measured(what, value)), unit),
  goal: `at least ${withUnit(goal, unit)}`,
  verdict: value >= goal ? 'reached' : `${withUnit(digits(goal - value), unit)} short`,
});

/** A number to compare with, which has no goal. */
export const compared = (what: string, value: number, unit = '×'): Row => ({
  what,
  measured: withUnit(digits(measured(what, value)), unit),
});

export const print = ({ title, how, rows }: Section): void => {
  console.log(`\n${title}\n${how}`);
  for (const { what, measured, goal = '', verdict = '' } of rows)
    console.log(`  ${what.padEnd(88)}${measured.padStart(14)}   ${goal.padEnd(24)} ${verdict}`);
};

const table = ({ title, how, rows }: Section): string =>
  [
    `## ${title}`,
    '',
    how,
    '',
    '| what | measured | goal | |',
    '|---|--:|---|---|',
    ...rows.map(({ what, measured, goal = '', verdict = '' }) => `| ${what} | ${measured} | ${goal} | ${verdict} |`),
  ].join('\n');

/** Puts the sections between the marks of a document. */
export const write = (file: string, sections: readonly Section[]): void => {
  const tables = sections.map(table).join('\n\n');
  writeFileSync(file, betweenMarks(readFileSync(file, 'utf8'), 'tables', tables));
};

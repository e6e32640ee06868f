/**
 * How long one thing takes, in times of another. Never in milliseconds: machines differ, and pause.
 * Both are done turn about and the best of each counts. There are further rounds only while the
 * answer is a little too large, as pauses make it; what is really slow is far too large.
 */
const FEWEST = 3;
const MOST = 30;
/** After ten rounds. */
const HOPELESS = 2.5;

const taken = (act: () => void): number => {
  const start = performance.now();
  act();
  return performance.now() - start;
};

/**
 * @param enough an answer below needs no further rounds
 * @param prepare makes what both are given, anew for each round; its time does not count
 */
export const timesAsLong = <Given>(
  enough: number,
  act: (given: Given) => void,
  measure: (given: Given) => void,
  prepare: () => Given,
): number => {
  let [acted, measured] = [Infinity, Infinity];
  const isDecided = (round: number) =>
    round >= FEWEST && (acted < measured * enough || (round >= 10 && acted > measured * enough * HOPELESS));
  for (let round = 0; round < MOST && !isDecided(round); round++) {
    const given = prepare();
    measured = Math.min(
      measured,
      taken(() => measure(given)),
    );
    acted = Math.min(
      acted,
      taken(() => act(given)),
    );
  }
  return acted / measured;
};

/** Seconds from the beginning; from the last on, again every minute. */
const FIRST = [15, 30, 60];

/**
 * Has it said that something is still being done, at growing distances: after 15 s, 30 s, a minute, and each minute from
 * then on, so that whoever waits knows that it goes on, and what else is printed can be found. Returns what ends it.
 */
export function sayPatiently(say) {
  let timer;
  const wait = (index, before) => {
    const at = FIRST[index] ?? before + 60;
    timer = setTimeout(
      () => {
        say();
        wait(index + 1, at);
      },
      (at - before) * 1_000,
    );
  };
  wait(0, 0);
  return () => clearTimeout(timer);
}

/** Where a sequence went wrong: after which operation, and what was wrong then. */
export interface Failure {
  readonly index: number;
  readonly message: string;
}

/**
 * The shortest sequence found, within the time, that still goes wrong: nothing after the failure, and then ever
 * smaller parts left out, as long as what is left fails as well, be it otherwise.
 */
export async function shorten<Operation>(
  operations: readonly Operation[],
  failure: Failure,
  run: (operations: readonly Operation[]) => Promise<Failure | null>,
  milliseconds: number,
): Promise<{ operations: readonly Operation[]; failure: Failure }> {
  const until = performance.now() + milliseconds;
  let shortest = { operations: operations.slice(0, failure.index + 1), failure };
  let part = Math.ceil(shortest.operations.length / 2);
  while (part >= 1 && performance.now() < until) {
    let from = shortest.operations.length - part;
    let isShorter = false;
    while (from > -part && performance.now() < until) {
      const rest = shortest.operations.toSpliced(Math.max(0, from), part + Math.min(0, from));
      const again = rest.length < shortest.operations.length ? await run(rest) : null;
      if (again) {
        shortest = { operations: rest.slice(0, again.index + 1), failure: again };
        isShorter = true;
      }
      from = Math.min(from, shortest.operations.length) - part;
    }
    if (part === 1 && !isShorter) break;
    part = isShorter ? Math.min(part, Math.ceil(shortest.operations.length / 2)) : part >> 1;
  }
  return shortest;
}

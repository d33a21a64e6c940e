import { sayPatiently } from "./say-patiently.mjs";

/**
 * Runs a command: what it throws is printed as one plain message, and the process ends with code 1.
 * DEBUG=1 shows where it was thrown.
 */
export function main(command: () => Promise<void>): void {
  // Whoever read our output may be gone while we still have things to stop.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  command().then(
    () => process.exit(),
    (error: unknown) => {
      const isError = error instanceof Error;
      console.error(process.env.DEBUG && isError ? error.stack : isError ? error.message : error);
      process.exit(1);
    },
  );
}

/** Says what is being done, that it still is (`sayPatiently`), and how long it took. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  console.log(`${title} …`);
  const stop = sayPatiently(() => console.log(`${title} … (${seconds()})`));
  try {
    const result = await work();
    console.log(`${title}: done in ${seconds()}`);
    return result;
  } finally {
    stop();
  }
}

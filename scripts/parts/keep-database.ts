import type { Embedded } from "@/db/embedded";
import { minuteMs } from "@/lib/core/durations";

/** A database that is started again when it dies, at the same address. */
export interface KeptDatabase {
  readonly url: string;
  /** Settles when it is not started again, with a sentence that says why. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/** Ends within a minute that are still bad luck. */
const mostEnds = 3;

/**
 * Starts the database by `start`, and again on the same port whenever it ends by itself: killed by the system for its
 * memory, say. Gives up when it does not start, or ends for the fourth time within a minute. `say` is told.
 */
export async function keepDatabase(
  start: (port?: number) => Promise<Embedded>,
  say: (line: string) => void,
): Promise<KeptDatabase> {
  let server = await start();
  let starting: Promise<Embedded> = Promise.resolve(server);
  const { url, port } = server;
  let isStopping = false;
  let ends: number[] = [];

  async function keep(): Promise<string> {
    for (;;) {
      await server.ended;
      // What is told to stop has not died.
      if (isStopping) return new Promise(() => {});
      ends = [...ends.filter((at) => performance.now() - at < minuteMs), performance.now()];
      if (ends.length > mostEnds) {
        return `The database has ended ${ends.length} times within a minute. Its log is ${server.log}.`;
      }
      say("The database has ended by itself; it is being started again.");
      try {
        starting = start(port);
        server = await starting;
        say("The database runs again.");
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        return `The database has ended and cannot be started again: ${why}`;
      }
    }
  }

  return {
    url,
    ended: keep(),
    async stop() {
      isStopping = true;
      // One that is just being started, too.
      await starting.then(
        (last) => last.stop(),
        () => {},
      );
    },
  };
}

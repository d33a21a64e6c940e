import { createDatabase } from "@/db/client";
import { findEmbedded, startEmbedded } from "@/db/embedded";

import { keepDatabase } from "./keep-database";
import { root } from "./paths";

const LEAST_VERSION = 15;

export interface OpenDatabase {
  readonly url: string;
  readonly embedded: boolean;
  /** Settles when the embedded server has ended and is not started again, with a sentence that says why. */
  readonly ended: Promise<string>;
  /** Stops the embedded server; leaves a server of DATABASE_URL alone. */
  stop(): Promise<void>;
}

/**
 * The database that the commands work on: that of DATABASE_URL, else the embedded one in `.data/postgres`.
 * With `join`, an embedded one that already runs, as the demo's does, is used and left running.
 * An embedded one that dies is started again at the same address, and `say` is told.
 * Throws an Error with one plain sentence when it does not answer or is too old.
 */
export async function openDatabase({
  join = false,
  say = console.log,
}: { join?: boolean; say?: (line: string) => void } = {}): Promise<OpenDatabase> {
  const url = process.env.DATABASE_URL;
  if (url) {
    await tryDatabase(url);
    return { url, embedded: false, ...notOurs };
  }
  const directory = root(".data/postgres");
  const running = join ? findEmbedded(directory) : undefined;
  if (running) return { url: running, embedded: true, ...notOurs };
  const kept = await keepDatabase((port) => startEmbedded({ directory, port }), say);
  return { ...kept, embedded: true };
}

/** Somebody else starts and stops it. */
const notOurs: Pick<OpenDatabase, "ended" | "stop"> = {
  ended: new Promise(() => {}),
  stop: async () => {},
};

async function tryDatabase(url: string): Promise<void> {
  const place = describeDatabase(url);
  const { sql, close } = createDatabase(url, { max: 1 });
  try {
    const [row] = await sql`select current_setting('server_version_num')::int / 10000 as major`;
    if (Number(row?.major) >= LEAST_VERSION) return;
    throw new Error(`it is PostgreSQL ${row?.major}, and ${LEAST_VERSION} or newer is needed`);
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    const reason = message || code || "no reason given";
    throw new Error(`The database of DATABASE_URL (${place}) cannot be used: ${reason}.`, {
      cause: error,
    });
  } finally {
    await close();
  }
}

/** The address without its password, to show. Throws a plain Error when it is none. */
export function describeDatabase(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname || "localhost"}:${port || 5432}${pathname}`;
  } catch {
    throw new Error(
      "DATABASE_URL is no address of the form postgres://user:password@host:5432/name.",
    );
  }
}

/** What a pool of connections works for. */
export type Work = "request" | "job" | "command";

/** How long things may take, in milliseconds; 0 where nothing ends them. */
export interface Deadlines {
  /** A statement, by the server: what takes longer is taken back (`statement_timeout`). */
  readonly statementMs: number;
  /** A transaction in which nothing is asked, by the server: its locks are not kept for a process that has stalled. */
  readonly idleMs: number;
  /** A statement and its wait for a connection, by us: for a connection that has died without a word. */
  readonly patienceMs: number;
  /** Silence after which the server is asked whether it is there at all. */
  readonly suspectMs: number;
  /** How long it has to say so. */
  readonly answerMs: number;
}

/**
 * Whoever waits for a page hears within 2 s that the database hangs (quality.md, Database away); a job has time. A
 * command is somebody's who watches it, such as a migration that builds an index.
 */
export const deadlines: Readonly<Record<Work, Deadlines>> = {
  request: {
    statementMs: 10_000,
    idleMs: 30_000,
    patienceMs: 12_000,
    suspectMs: 300,
    answerMs: 900,
  },
  job: {
    statementMs: 300_000,
    idleMs: 300_000,
    patienceMs: 310_000,
    suspectMs: 2_000,
    answerMs: 8_000,
  },
  command: { statementMs: 0, idleMs: 0, patienceMs: 0, suspectMs: 2_000, answerMs: 30_000 },
};

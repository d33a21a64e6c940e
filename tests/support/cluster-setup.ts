import { startTestCluster } from "./cluster";

/** Vitest's global setup: the run's one PostgreSQL. Returns its teardown. */
export const setup = () => startTestCluster();

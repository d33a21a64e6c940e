/** Minutes that `npm run bench` may take (quality.md). */
export const usualMinutes = 15;

/**
 * What runs where nothing is named, in this order, with the minutes that each takes at most on two cores: every row of
 * quality.md's Performance table, and what the speed of the main job is measured by besides. A million is asked over
 * HTTP, too. All else runs by name.
 */
export const usual = {
  create: 2.7,
  queues: 1.5,
  slots: 1.8,
  million: 2.3,
  shares: 1.2,
  "owner-pages": 2,
  pages: 1.3,
  memory: 0.9,
  "long-table": 0.8,
  "due-jobs": 0.4,
} as const;

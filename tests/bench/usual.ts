/** Minutes that `npm run bench` may take (quality.md). */
export const usualMinutes = 15;

/**
 * What runs where nothing is named, in this order, with the minutes that each takes at most on two cores: every row of
 * quality.md's Performance table, and what the speed of the main job is measured by besides. All else runs by name.
 */
export const usual = {
  create: 3,
  "due-jobs": 0.5,
  queues: 1.5,
  slots: 1.4,
  million: 2,
  "owner-pages": 3.4,
  pages: 1.2,
  memory: 0.8,
  "long-table": 1,
} as const;

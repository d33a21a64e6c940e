/** Minutes that `npm run bench` may take (quality.md). */
export const usualMinutes = 15;

/**
 * What runs where nothing is named, in this order, with the minutes that each takes at most on two cores: every row of
 * quality.md's Performance table, and what the speed of the main job is measured by besides. All else runs by name.
 */
export const usual = {
  create: 3.5,
  "due-jobs": 0.8,
  queues: 1.8,
  slots: 2,
  million: 3,
  "owner-pages": 1.6,
  pages: 1,
  memory: 0.8,
  "long-table": 0.5,
} as const;

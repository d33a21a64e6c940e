/**
 * What a browser shows of the app before it is installed: a phone's pages and a desktop's, in pixels of the picture, each
 * form of one shape. `npm run screenshots` takes them of the demo and writes them to `public/screenshots/`.
 */
export const installScreenshots = [
  { name: "find", form: "narrow", width: 780, height: 1688, scale: 2 },
  { name: "station", form: "narrow", width: 780, height: 1688, scale: 2 },
  { name: "code", form: "narrow", width: 780, height: 1688, scale: 2 },
  { name: "today", form: "narrow", width: 780, height: 1688, scale: 2 },
  { name: "map", form: "wide", width: 1280, height: 800, scale: 1 },
  { name: "booking", form: "wide", width: 1280, height: 800, scale: 1 },
  { name: "office", form: "wide", width: 1280, height: 800, scale: 1 },
] as const;

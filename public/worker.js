// The service worker, begun by /sw.js with the build's name (docs/decisions/service-worker.md). Pages of somebody who
// works where the network comes and goes open without it, as they were last; what is not kept says so in plain words.
// It keeps no answer of the API, no form and no page of anybody else's area. Plain JavaScript: nothing builds it.

/** The kept pages of whoever is signed in; components/offline/service-worker.ts has the same name for it. */
const PAGES = "baybook-pages";
/** Scripts, style sheets, fonts and icons, which are the same for everybody and named by what is in them. */
const ASSETS = "baybook-assets";

const OFFLINE = "/offline";
/** Where the installed app begins; the server says which home that is. */
const START = "/start";
/** The homes of the areas whose pages are kept. */
const HOMES = ["/operator", "/owner"];

/** So long a kept page's reader waits for a newer one, in milliseconds. */
const PATIENCE = 3000;
const DAY = 24 * 60 * 60 * 1000;
/** Without contact for so long, no page of anybody is shown, nor any script kept that no kept page asks for. */
const KEPT_FOR = 14 * DAY;
const MOST_PAGES = 30;
/** A page that was kept a moment ago is not asked for again. */
const NEW_FOR = 10 * 60 * 1000;

/** Rises when everything is erased: what was asked for before is not kept any more. */
let era = 0;

self.addEventListener("install", (event) => event.waitUntil(keepOfflinePage()));

self.addEventListener("activate", (event) =>
  event.waitUntil(Promise.all([self.clients.claim(), tidyAssets()])),
);

self.addEventListener("message", (event) => {
  const { type, pages = [] } = event.data ?? {};
  const done = () => event.ports[0]?.postMessage("done");
  if (type === "take-over") self.skipWaiting();
  if (type === "keep") event.waitUntil(keepPages(pages).then(done, done));
  if (type === "erase") event.waitUntil(erase().then(done, done));
  if (type === "leave") event.waitUntil(noteLeaving().then(done, done));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (isAsset(url)) event.respondWith(asset(request));
  else if (request.mode === "navigate" && !url.pathname.startsWith("/api/")) {
    event.respondWith(page(event, url));
  }
});

const isAsset = ({ pathname }) =>
  pathname.startsWith("/_next/static/") || pathname.startsWith("/icons/");
const isKeptArea = ({ pathname }) =>
  HOMES.some((home) => pathname === home || pathname.startsWith(`${home}/`));

/** What a hash names never changes. */
async function asset(request) {
  const assets = await caches.open(ASSETS);
  const known = await assets.match(request, { ignoreVary: true });
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await assets.put(request, answer.clone());
  return answer;
}

/** Nobody's page is shown while somebody who left is still signed in at the server. */
async function page(event, url) {
  if (!(await endLeft())) return offlinePage();
  return isKeptArea(url) ? keptPage(event, url) : otherPage(event.request, url);
}

/** The page as the server has it, where it says so in time; else as it was last. */
async function keptPage(event, url) {
  const kept = await findPage(url);
  const asked = askForPage(event.request, url);
  event.waitUntil(asked.catch(() => undefined));
  const answer = await soon(asked, kept);
  // A server in trouble tells less than the page of before.
  if (answer && !(kept && answer.status >= 500)) return answer;
  return kept ?? offlinePage();
}

/** The answer; null where there is none, or where there is none in time and something else to show. */
async function soon(asked, other) {
  const late = new Promise((resolve) => {
    if (other) setTimeout(resolve, PATIENCE, null);
  });
  return Promise.race([asked.catch(() => null), late]);
}

/** Pages that are not kept: the network's, or words that it is away. */
async function otherPage(request, url) {
  const home = url.pathname === START ? await keptHome() : undefined;
  const answer = await soon(fetch(request), home);
  if (answer) return answer;
  return home ? Response.redirect(home, 302) : offlinePage();
}

async function keptHome() {
  for (const home of HOMES) {
    if (await findPage(new URL(home, self.location.origin))) return home;
  }
  return undefined;
}

/**
 * The page as it was kept, else the same page as it is when it is asked for nothing in particular: what it is asked it
 * reads from its own address, and makes of what the phone keeps. Nothing where nobody came by for too long.
 */
async function findPage(url) {
  const pages = await caches.open(PAGES);
  const plain = url.origin + url.pathname;
  const how = { ignoreVary: true };
  const page = (await pages.match(url.href, how)) ?? (await pages.match(plain, how));
  if (!page || ageOf(page) < KEPT_FOR) return page;
  await erase();
  return undefined;
}

const ageOf = (answer) => Date.now() - Date.parse(answer.headers.get("date") ?? "");

async function offlinePage() {
  const assets = await caches.open(ASSETS);
  return (await assets.match(OFFLINE)) ?? Response.error();
}

/** Asks for a page and keeps it, where it is one. */
async function askForPage(request, url) {
  const now = era;
  const answer = await fetch(request);
  if (isPage(answer)) await keepPage(url, answer.clone(), now);
  // Whoever is signed in no longer is sent to the login; where to, only a second look tells.
  if (answer.type === "opaqueredirect") {
    const led = await fetch(url, { headers: { Accept: "text/html" } });
    if (new URL(led.url).pathname === "/login") await erase();
  }
  return answer;
}

const isPage = (answer) =>
  answer.status === 200 &&
  !answer.redirected &&
  (answer.headers.get("content-type") ?? "").startsWith("text/html");

/** Keeps a page with everything that it asks for, or not at all. */
async function keepPage(url, answer, asked) {
  await keepAssets(await answer.clone().text());
  if (asked !== era) return;
  const pages = await caches.open(PAGES);
  await pages.put(url.href, answer);
  const kept = await pages.keys();
  for (const old of kept.slice(0, Math.max(0, kept.length - MOST_PAGES))) await pages.delete(old);
  // Erased while it was written.
  if (asked !== era) await caches.delete(PAGES);
}

/** The page's own text names every script and style sheet that it needs at first. */
const assetsOf = (html) => new Set(html.match(/\/_next\/static\/[\w./~%-]+\.(?:js|css|woff2)/g));

/** A script names those that it may ask for later: a window, the camera's library, what keeps acts. */
const laterOf = (script) =>
  (script.match(/"static\/chunks\/[\w.~-]+\.(?:js|css)"/g) ?? []).map(
    (named) => `/_next/${named.slice(1, -1)}`,
  );

/** What a page needs at first, or not at all; then what it may ask for later, as far as it comes. */
async function keepAssets(html) {
  const assets = await caches.open(ASSETS);
  const first = assetsOf(html);
  await keepMissing(assets, first);
  const known = new Set(first);
  const open = [...first];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const script = path.endsWith(".js") && (await assets.match(path, { ignoreVary: true }));
    const later = script ? laterOf(await script.text()).filter((one) => !known.has(one)) : [];
    for (const one of later) known.add(one);
    await keepMissing(assets, later).catch(() => undefined);
    open.push(...later);
  }
}

async function keepMissing(assets, paths) {
  const missing = [];
  for (const path of paths) {
    if (!(await assets.match(path, { ignoreVary: true }))) missing.push(path);
  }
  await assets.addAll(missing);
}

async function keepPages(paths) {
  for (const path of paths) {
    const url = new URL(path, self.location.origin);
    const kept = isKeptArea(url) ? await findPage(url) : undefined;
    if (!isKeptArea(url) || (kept && ageOf(kept) < NEW_FOR)) continue;
    const now = era;
    const answer = await fetch(url, { headers: { Accept: "text/html" } });
    if (isPage(answer)) await keepPage(url, answer, now);
  }
}

/** As whoever is nobody sees it: it is shown to everybody. */
async function keepOfflinePage() {
  const answer = await fetch(OFFLINE, { credentials: "omit", headers: { Accept: "text/html" } });
  if (!isPage(answer)) throw new Error(`${OFFLINE} answered ${answer.status}.`);
  await keepAssets(await answer.clone().text());
  const assets = await caches.open(ASSETS);
  await assets.put(OFFLINE, answer);
}

async function erase() {
  era += 1;
  await caches.delete(PAGES);
}

/** What no kept page asks for, and has been there for long, is of builds that are gone. */
async function tidyAssets() {
  const [assets, pages] = await Promise.all([caches.open(ASSETS), caches.open(PAGES)]);
  const texts = [...(await pages.matchAll()), await assets.match(OFFLINE)].map((one) => one?.text());
  const needed = new Set((await Promise.all(texts)).flatMap((html) => [...assetsOf(html ?? "")]));
  for (const request of await assets.keys()) {
    const { pathname } = new URL(request.url);
    const answer = await assets.match(request);
    const isOld = answer !== undefined && ageOf(answer) > KEPT_FOR;
    if (pathname !== OFFLINE && isOld && !needed.has(pathname)) await assets.delete(request);
  }
}

// The part of the service worker that rings by Web Push, begun by /sw.js beside worker.js, whose START it knows
// (docs/decisions/service-worker.md). Plain JavaScript: nothing builds it.
/* global START */

self.addEventListener("push", (event) => event.waitUntil(ring(event.data)));
self.addEventListener("notificationclick", (event) => event.waitUntil(openNotification(event)));
self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(subscribeAnew(event)));

/** What a push message says: lib/insight/notifications writes it. Browsers demand that something shows, whatever came. */
function readPush(data) {
  try {
    const { title, body, url, tag, lang, noticeId } = data.json();
    return { title: String(title), body, url, tag, lang, noticeId };
  } catch {
    return { title: "Baybook" };
  }
}

async function ring(data) {
  const { title, body, url, tag, lang, noticeId } = readPush(data);
  await self.registration.showNotification(title, {
    body,
    tag,
    lang,
    dir: "auto",
    icon: "/icons/icon-192.png",
    badge: "/icons/icon-96.png",
    data: { url, noticeId },
  });
}

/** An address of ours, whatever a message says; else where the app begins. */
function ownAddress(address) {
  const start = new URL(START, self.location.origin);
  try {
    const url = new URL(address ?? START, self.location.origin);
    return url.origin === start.origin ? url : start;
  } catch {
    return start;
  }
}

/**
 * Shows the window that is there already, else opens one: none is led elsewhere, where something may be typed. What it
 * told is read then; unheard it stays unread, and the inbox of whoever else has signed in here does not know it.
 */
async function openNotification({ notification }) {
  notification.close();
  const { url, noticeId } = notification.data ?? {};
  const { href } = ownAddress(url);
  if (noticeId)
    fetch(`/api/v1/notifications/${encodeURIComponent(noticeId)}/read`, { method: "PATCH" }).catch(
      () => undefined,
    );
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = windows.find(({ url }) => url === href);
  await (there ? there.focus() : self.clients.openWindow(href));
}

/** The browser's push service has changed the address: the server is told the new one, and forgets the old. */
async function subscribeAnew({ oldSubscription, newSubscription }) {
  const made = newSubscription ?? (await makeSubscription(oldSubscription));
  if (!made) return;
  const { endpoint, keys } = made.toJSON();
  await tellServer("POST", { endpoint, keys });
  if (oldSubscription) await tellServer("DELETE", { endpoint: oldSubscription.endpoint });
}

function makeSubscription(old) {
  const applicationServerKey = old?.options.applicationServerKey;
  if (!applicationServerKey) return null;
  return self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
}

const tellServer = (method, body) =>
  fetch("/api/v1/push-subscriptions", {
    method,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

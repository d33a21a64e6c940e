import { keptOwner, noteOwner } from "./kept-owner";
import { registerWorker } from "./service-worker";

/** Whether and how this browser can ring; `Install`: Safari on a phone lets only what stands on its home screen. */
export type PushState = "Unable" | "Install" | "Denied" | "Off" | "On";

/** How this browser stands, and the address that it rings by where it does. */
export interface PushStanding {
  readonly state: PushState;
  readonly endpoint: string | null;
}

/** Apple's phones and tablets, which since their version 13 call themselves Macs with a touch screen. */
const isApplePhone = () =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) ||
  (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);

/** How this browser stands; it asks nobody for anything. */
export async function readPush(): Promise<PushStanding> {
  const isAble =
    "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
  if (!isAble) return { state: isApplePhone() ? "Install" : "Unable", endpoint: null };
  if (Notification.permission === "denied") return { state: "Denied", endpoint: null };
  const subscription = await findPush();
  return { state: subscription ? "On" : "Off", endpoint: subscription?.endpoint ?? null };
}

async function findPush(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker?.getRegistration("/");
  return (await registration?.pushManager?.getSubscription()) ?? null;
}

/**
 * Asks the person for leave and the browser for an address to ring by, for `publicKey`; null where there is no leave.
 * It is noted as `viewer`'s, so that it rings no more when somebody else signs in here. Throws where the browser's push
 * service cannot be reached, or there is no worker.
 */
export async function beginPush(
  publicKey: string,
  viewer: string,
): Promise<PushSubscription | null> {
  if ((await Notification.requestPermission()) !== "granted") return null;
  const registration = await registerWorker();
  if (!registration) throw new Error("There is no service worker here.");
  await navigator.serviceWorker.ready;
  // One that was made for another key would be refused.
  await (await findPush())?.unsubscribe();
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: publicKey,
  });
  if (keptOwner() === null) noteOwner(viewer);
  return subscription;
}

/** Lets this browser ring for nobody any more; what is sent there is refused by its push service from now on. */
export async function endPush(): Promise<void> {
  const subscription = await findPush().catch(() => null);
  await subscription?.unsubscribe().catch(() => false);
}

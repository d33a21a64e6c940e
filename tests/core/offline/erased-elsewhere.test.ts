import "fake-indexeddb/auto";

import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { dropDatabase } from "@/components/offline/database";
import { channelName } from "@/components/offline/erase-kept";
import { Ground } from "@/components/offline/ground";

let isSignedIn = true;
let isAway = false;

beforeEach(() => {
  isSignedIn = true;
  isAway = false;
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => {}, removeItem: () => {} });
  vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "visible" }));
  vi.stubGlobal("fetch", async () => {
    if (isAway) throw new TypeError("Failed to fetch");
    return isSignedIn
      ? Response.json({ success: true, data: { role: "EvOwner" } })
      : Response.json({ success: false, code: "auth.required", message: "No." }, { status: 401 });
  });
});

afterEach(async () => {
  await dropDatabase();
  vi.unstubAllGlobals();
});

/** A page with a ground, and another tab of the browser. */
async function twoTabs() {
  const gone = vi.fn<() => void>();
  const ground = new Ground("ann", undefined, gone);
  const stop = ground.start();
  await vi.waitFor(() => expect(ground.state().isReached).toBe(true));
  const other = new BroadcastChannel(channelName);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
  const erase = () => other.postMessage({ erasedBy: "the other page" });
  const close = () => [stop(), other.close()];
  return { ground, gone, erase, close };
}

test("signed out in another tab, a page leaves once the server has ended the session, not before", async () => {
  const { ground, gone, erase, close } = await twoTabs();
  erase();
  await vi.waitFor(() => expect(ground.state().standing).toBe("SignedOut"));
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(gone).not.toHaveBeenCalled();
  isSignedIn = false;
  await vi.waitFor(() => expect(gone).toHaveBeenCalledOnce(), { timeout: 5_000 });
  close();
});

test("so it does without network, at once", async () => {
  const { gone, erase, close } = await twoTabs();
  isAway = true;
  erase();
  await vi.waitFor(() => expect(gone).toHaveBeenCalledOnce(), { timeout: 2_000 });
  close();
});

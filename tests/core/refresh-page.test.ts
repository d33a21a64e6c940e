import { expect, it, vi } from "vitest";

import { refreshPage } from "@/components/live/refresh-page";

function pageWith(answer: () => Promise<Response>) {
  vi.stubGlobal("fetch", vi.fn(answer));
  return { refresh: vi.fn<() => void>() };
}

it("makes the page anew where a server answers", async () => {
  const router = pageWith(() => Promise.resolve(new Response("{}")));
  expect(await refreshPage(router)).toBe(true);
  expect(router.refresh).toHaveBeenCalledOnce();
});

it.each([
  ["no network is there", () => Promise.reject(new TypeError("Failed to fetch"))],
  ["the database is away", () => Promise.resolve(new Response("{}", { status: 503 }))],
])("leaves it as it stands where %s", async (_, answer) => {
  const router = pageWith(answer);
  expect(await refreshPage(router)).toBe(false);
  expect(router.refresh).not.toHaveBeenCalled();
});

it("leaves a page alone that was left while it was asked for", async () => {
  const router = pageWith(() => Promise.resolve(new Response("{}")));
  expect(await refreshPage(router, () => false)).toBe(false);
  expect(router.refresh).not.toHaveBeenCalled();
});

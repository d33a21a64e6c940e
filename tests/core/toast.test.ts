import { expect, it, vi } from "vitest";

import { expectToast, onFirstToast, onToast, toast } from "@/components/ui/toast";

it("what is said before it can be shown is shown in its order, once", () => {
  const wake = vi.fn<() => void>();
  const stop = onFirstToast(wake, () => undefined);
  toast("It was not sent.", "danger");
  toast("It could not be opened.", "danger");
  expect(wake).toHaveBeenCalled();
  const shown: string[] = [];
  const hush = onToast(({ words }) => shown.push(words));
  expect(shown).toEqual(["It was not sent.", "It could not be opened."]);
  toast("Done.");
  expect(shown).toHaveLength(3);
  hush();
  const later: string[] = [];
  onToast(({ words }) => later.push(words))();
  expect(later).toEqual([]);
  stop();
});

it("what was said before the page's frame listens wakes it", () => {
  toast("Early.");
  const wake = vi.fn<() => void>();
  onFirstToast(wake, () => undefined)();
  expect(wake).toHaveBeenCalledOnce();
  onToast(() => undefined)();
});

it("what shows it is called for while the deed is under way, and shows nothing yet", () => {
  const [wake, prepare] = [vi.fn<() => void>(), vi.fn<() => void>()];
  expectToast();
  const stop = onFirstToast(wake, prepare);
  expectToast();
  expect([wake.mock.calls.length, prepare.mock.calls.length]).toEqual([0, 1]);
  stop();
  expectToast();
  expect(prepare).toHaveBeenCalledOnce();
});

"use client";

import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from "react";

import { type CameraProblem, problemOf } from "./camera-problem";
import type { Camera, RunningCamera } from "./code-reader";
import { useKeptChoice } from "./use-kept-choice";

/** One code in view is told once in so many milliseconds. */
const sameForMs = 2_500;

interface CameraState {
  readonly running: RunningCamera | null;
  readonly cameras: readonly Camera[];
  readonly problem: CameraProblem | null;
}

const none: CameraState = { running: null, cameras: [], problem: null };

/**
 * The device's camera in the element of this id, as long as the page is looked at; `isOn` says whether it reads codes or
 * stands still. Which camera it is stays chosen on this device.
 */
export function useCamera(elementId: string, isOn: boolean, onText: (text: string) => void) {
  const [wanted, choose] = useKeptChoice("baybook.camera");
  const [{ running, cameras, problem }, setState] = useState(none);
  const [tries, setTries] = useState(0);
  const isLookedAt = useIsLookedAt();
  /** One camera stops before the next one starts: they share the element. */
  const before = useRef<Promise<void>>(Promise.resolve());
  const last = useRef({ text: "", at: -Infinity });

  const hear = useEffectEvent((text: string) => {
    if (!isOn) return;
    const now = performance.now();
    const isAgain = last.current.text === text && now - last.current.at < sameForMs;
    last.current = { text, at: now };
    if (!isAgain) onText(text);
  });

  useEffect(() => {
    if (!isLookedAt) return undefined;
    let isLeft = false;
    const earlier = before.current;
    const started = (async () => {
      await earlier;
      const reader = await import("./code-reader").catch(() => null);
      if (isLeft) return null;
      if (!reader) {
        setState({ ...none, problem: "Unloaded" });
        return null;
      }
      try {
        const camera = await reader.startCamera(elementId, wanted, (text) => hear(text));
        const cameras = await reader.listCameras();
        if (!isLeft) setState({ running: camera, cameras, problem: null });
        return camera;
      } catch (error) {
        if (!isLeft) setState({ ...none, problem: problemOf(error) });
        return null;
      }
    })();
    return () => {
      isLeft = true;
      setState(none);
      before.current = started.then((camera) => camera?.stop()).catch(() => undefined);
    };
  }, [elementId, wanted, tries, isLookedAt]);

  useEffect(() => {
    if (isOn) running?.resume();
    else running?.pause();
  }, [isOn, running]);

  return {
    isRunning: running !== null,
    problem,
    hasTorch: running?.hasTorch ?? false,
    setTorch: async (on: boolean) => running?.setTorch(on).catch(() => undefined),
    /** The next of several cameras; undefined where there is one alone. */
    turnToNext:
      cameras.length > 1
        ? () => {
            const index = cameras.findIndex(({ id }) => id === running?.cameraId);
            const next = cameras[(index + 1) % cameras.length];
            if (next) choose(next.id);
          }
        : undefined,
    tryAgain: () => setTries(tries + 1),
  };
}

function useIsLookedAt(): boolean {
  return useSyncExternalStore(
    (changed) => {
      document.addEventListener("visibilitychange", changed);
      return () => document.removeEventListener("visibilitychange", changed);
    },
    () => document.visibilityState === "visible",
    () => false,
  );
}

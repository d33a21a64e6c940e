"use client";

import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from "react";

import { type CameraProblem, problemOf } from "./camera-problem";
import type { Camera, RunningCamera } from "./code-reader";
import { keepChoice, keptChoice } from "../ui/kept-choice";

/** One code in view is told once in so many milliseconds. */
const sameForMs = 2_500;

interface CameraState {
  readonly running: RunningCamera | null;
  readonly cameras: readonly Camera[];
  readonly problem: CameraProblem | null;
}

const none: CameraState = { running: null, cameras: [], problem: null };

/** Starts the camera that was chosen on this device, or says why there is none. */
async function begin(elementId: string, onText: (text: string) => void): Promise<CameraState> {
  const reader = await import("./code-reader").catch(() => null);
  if (!reader) return { ...none, problem: "Unloaded" };
  try {
    const running = await reader.startCamera(elementId, keptChoice("baybook.camera"), onText);
    return { running, cameras: await reader.listCameras(), problem: null };
  } catch (error) {
    return { ...none, problem: problemOf(error) };
  }
}

/**
 * The device's camera in the element of this id, as long as the page is looked at; `isOn` says whether it reads codes or
 * stands still. Which camera it is stays chosen on this device.
 */
export function useCamera(elementId: string, isOn: boolean, onText: (text: string) => void) {
  const [{ running, cameras, problem }, setState] = useState(none);
  /** Another object has the camera started anew. */
  const [order, setOrder] = useState({});
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
    if (!order || !isLookedAt) return undefined;
    let isLeft = false;
    const started = before.current.then(async () => {
      if (isLeft) return none;
      const state = await begin(elementId, (text) => hear(text));
      if (!isLeft) setState(state);
      return state;
    });
    return () => {
      isLeft = true;
      setState(none);
      before.current = started.then((state) => state.running?.stop()).catch(() => undefined);
    };
  }, [elementId, order, isLookedAt]);

  useEffect(() => {
    if (isOn) running?.resume();
    else running?.pause();
  }, [isOn, running]);

  const index = cameras.findIndex(({ id }) => id === running?.cameraId);
  const next = cameras[(index + 1) % cameras.length];
  return {
    isRunning: running !== null,
    problem,
    hasTorch: running?.hasTorch ?? false,
    setTorch: (on: boolean) => running?.setTorch(on),
    /** Of several cameras the next; undefined where there is one alone. */
    turnToNext:
      cameras.length > 1 && next
        ? () => {
            keepChoice("baybook.camera", next.id);
            setOrder({});
          }
        : undefined,
    tryAgain: () => setOrder({}),
  };
}

const subscribe = (changed: () => void) => {
  document.addEventListener("visibilitychange", changed);
  return () => document.removeEventListener("visibilitychange", changed);
};

function useIsLookedAt(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => document.visibilityState === "visible",
    () => false,
  );
}

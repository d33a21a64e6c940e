import { type PointerEvent, useEffect, useRef, useState } from "react";

/** Pixels a pointer moves before it means to drag. */
const slack = 6;
/** Pixels from the frame's edges within which a drag that stays there scrolls it, and how far at a time. */
const edge = 64;
const step = 16;
/** Milliseconds between two looks at where the pointer stays, and the looks after which it scrolls. */
const pace = 40;
const patience = 8;

interface Drag {
  readonly frame: HTMLElement;
  /** How wide the whole day is. */
  readonly width: number;
  readonly x: number;
  readonly scrolled: number;
  /** How far the frame can be scrolled; the dragged block itself makes it wider. */
  readonly most: number;
  at: number;
  looks: number;
}

const movedOf = ({ x, at, frame, scrolled }: Drag) => at - x + frame.scrollLeft - scrolled;

function begin({ currentTarget: button, clientX: x }: PointerEvent<HTMLElement>): Drag | null {
  const frame = button.closest<HTMLElement>("[data-frame]");
  if (!frame) return null;
  const most = frame.scrollWidth - frame.clientWidth;
  const width = button.closest("[data-day]")?.clientWidth ?? 1;
  return { frame, width, x, scrolled: frame.scrollLeft, most, at: x, looks: 0 };
}

/** Scrolls the frame a step where the pointer has stayed at its edge. */
function scrollAtEdge(drag: Drag): void {
  const { frame, at, most } = drag;
  const { left, right } = frame.getBoundingClientRect();
  // At the left the names of the places lie over the day.
  const by = at > right - edge ? step : at < left + 2 * edge ? -step : 0;
  drag.looks = by === 0 ? 0 : drag.looks + 1;
  if (drag.looks < patience) return;
  frame.scrollLeft = Math.min(most, Math.max(0, frame.scrollLeft + by));
}

function takeFlag(flag: { current: boolean }): boolean {
  const was = flag.current;
  flag.current = false;
  return was;
}

/** Dragging along a day: how far it has come, with the frame scrolled where the pointer stays at its edge. */
export function useDrag(onDrop: (part: number) => void) {
  const [shift, setShift] = useState(0);
  const drag = useRef<Drag | null>(null);
  const dragged = useRef(false);
  const timer = useRef<ReturnType<typeof setInterval>>(undefined);
  useEffect(() => () => clearInterval(timer.current), []);

  const show = () => {
    const { current } = drag;
    if (!current || (!dragged.current && Math.abs(movedOf(current)) < slack)) return;
    dragged.current = true;
    setShift(movedOf(current));
  };
  const look = () => {
    if (drag.current && dragged.current) scrollAtEdge(drag.current);
    show();
  };
  const end = () => {
    clearInterval(timer.current);
    drag.current = null;
    setShift(0);
  };
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      dragged.current = false;
      drag.current = begin(event);
      event.currentTarget.setPointerCapture(event.pointerId);
      timer.current = setInterval(look, pace);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (drag.current) drag.current.at = event.clientX;
      show();
    },
    onPointerUp: () => {
      const { current } = drag;
      if (!current) return;
      const part = movedOf(current) / current.width;
      end();
      if (dragged.current) onDrop(part);
    },
    onPointerCancel: () => {
      end();
      dragged.current = false;
    },
  };
  // `wasDragged` says whether the click that follows ends a drag, and is asked once.
  return { shift, handlers, wasDragged: () => takeFlag(dragged) };
}

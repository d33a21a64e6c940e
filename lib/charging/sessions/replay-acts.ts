/** What is done to a session, and when it was done, whenever it is told. */
export interface SessionAct {
  readonly kind: "Start" | "Pause" | "Resume" | "End";
  readonly at: Date;
}

/** A stretch in which charging stood still; no end while it still does. */
export interface Pause {
  readonly pausedAt: Date;
  readonly resumedAt: Date | null;
}

/** Every instant of a session that stands. */
export interface SessionTimes {
  readonly startedAt: Date;
  /** In order; only the last one may go on. */
  readonly pauses: readonly Pause[];
  readonly endedAt: Date | null;
}

/** Why an act does not stand. `before_last`: something that was done later stands already. */
export type ActRefusal = "not_started" | "started" | "ended" | "before_last" | "paused" | "running";

/** The last instant of a session that stands: nothing may be told of it that was done before. */
export function lastOf({ startedAt, pauses, endedAt }: SessionTimes): Date {
  const last = pauses.at(-1);
  return endedAt ?? last?.resumedAt ?? last?.pausedAt ?? startedAt;
}

/**
 * A session's times with one act more, or why it does not stand. Acts come in any order, as phones without network
 * tell theirs late: one that was done before what stands is refused rather than fitted in, because what stands may have
 * been charged and told, and a pause without its end, or an end without its pause, says nothing. So the times of a
 * session follow from the acts that stand, in whichever order they came. Pure.
 */
export function withAct(
  times: SessionTimes | null,
  { kind, at }: SessionAct,
): SessionTimes | ActRefusal {
  if (!times)
    return kind === "Start" ? { startedAt: at, pauses: [], endedAt: null } : "not_started";
  if (kind === "Start") return "started";
  if (times.endedAt) return "ended";
  if (at < lastOf(times)) return "before_last";
  const last = times.pauses.at(-1);
  const isPaused = last !== undefined && last.resumedAt === null;
  if (kind === "Pause") return isPaused ? "paused" : { ...times, pauses: begun(times.pauses, at) };
  if (kind === "Resume" && !isPaused) return "running";
  const pauses = isPaused
    ? [...times.pauses.slice(0, -1), { ...last, resumedAt: at }]
    : times.pauses;
  return { ...times, pauses, endedAt: kind === "End" ? at : null };
}

/** One pause more; paused, resumed and paused again in the same millisecond is one stretch. */
function begun(pauses: readonly Pause[], at: Date): Pause[] {
  const last = pauses.at(-1);
  return last?.pausedAt.getTime() === at.getTime()
    ? [...pauses.slice(0, -1), { ...last, resumedAt: null }]
    : [...pauses, { pausedAt: at, resumedAt: null }];
}

/** The times that acts make of a session, in the order in which they came, and those that do not stand. Pure. */
export function replayActs(acts: readonly SessionAct[]): {
  readonly times: SessionTimes | null;
  readonly refused: readonly { readonly act: SessionAct; readonly why: ActRefusal }[];
} {
  let times: SessionTimes | null = null;
  const refused: { act: SessionAct; why: ActRefusal }[] = [];
  for (const act of acts) {
    const next = withAct(times, act);
    if (typeof next === "string") refused.push({ act, why: next });
    else times = next;
  }
  return { times, refused };
}

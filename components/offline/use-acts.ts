import type { KeptAct, NewAct } from "./act";
import { useGround, useGroundState } from "./ground-context";

/**
 * What was done on this phone, in its order, and how to do more. An act is sent as soon as may be: with network that is
 * at once. `add` answers its key, by which `acts` says what became of it.
 */
export function useActs(): {
  readonly acts: readonly KeptAct[];
  readonly waiting: readonly KeptAct[];
  readonly refused: readonly KeptAct[];
  readonly add: (act: NewAct, picture?: Blob) => Promise<string>;
  readonly dismiss: (key: string) => Promise<void>;
  readonly undo: (key: string) => Promise<boolean>;
  readonly sendNow: () => Promise<void>;
} {
  const ground = useGround();
  const { acts } = useGroundState();
  return {
    acts,
    waiting: acts.filter(({ state }) => state === "Waiting"),
    refused: acts.filter(({ state }) => state === "Refused"),
    add: (act, picture) => ground.add(act, picture),
    dismiss: (key) => ground.dismiss(key),
    undo: (key) => ground.undo(key),
    sendNow: ground.sendNow,
  };
}

const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;

/** Bodies up to this size are held whatever else is, so that big ones keep nobody from signing in. */
const small = 64 * kibibyte;
/** What the rest of bigger bodies may take at once in this process, of all senders and of one address, in bytes. */
const room = { all: 128 * mebibyte, each: 32 * mebibyte } as const;

const heldBy = new Map<string, number>();
let heldByAll = 0;

/** One body that is being held, of a sender, up to its limit in bytes. */
export class HeldBody {
  readonly #chunks: Buffer[] = [];
  #size = 0;

  constructor(
    private readonly sender: string,
    private readonly limit: number,
  ) {}

  /** Holds one more part of it, or says why not. */
  add(chunk: Buffer): "too_large" | "no_room" | null {
    const size = this.#size + chunk.length;
    if (size > this.limit) return "too_large";
    const more = beyond(size) - beyond(this.#size);
    const ofSender = (heldBy.get(this.sender) ?? 0) + more;
    if (more > 0 && (heldByAll + more > room.all || ofSender > room.each)) return "no_room";
    take(this.sender, more);
    this.#size = size;
    this.#chunks.push(chunk);
    return null;
  }

  /** Its parts, which from now on are somebody else's to hold. */
  release(): readonly Buffer[] {
    take(this.sender, -beyond(this.#size));
    this.#size = 0;
    return this.#chunks.splice(0);
  }
}

const beyond = (size: number) => Math.max(0, size - small);

function take(sender: string, bytes: number): void {
  heldByAll += bytes;
  const left = (heldBy.get(sender) ?? 0) + bytes;
  if (left > 0) heldBy.set(sender, left);
  else heldBy.delete(sender);
}

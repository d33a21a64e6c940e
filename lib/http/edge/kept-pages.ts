import { phoneMaps } from "@/lib/core/phone-maps";

import { sessionCookieName } from "../session-token";

/** A page as it is answered to everybody who asks for the same. */
export interface KeptPage {
  readonly headers: Readonly<Record<string, string>>;
  /** Compressed by gzip. */
  readonly body: Buffer;
  readonly etag: string;
}

/** What is asked for, of requests for pages that say the same to everybody whom we do not know. */
export interface PublicAsk {
  /** The same of all that are answered alike. */
  readonly key: string;
  /** How long an answer holds, in seconds. */
  readonly seconds: number;
  /** Whether browsers and proxies may keep it too. */
  readonly isShared: boolean;
}

interface Asking {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** What is said of ourselves stays as it is for long; what says free places is nearly what it is now. */
const texts = { seconds: 60, isShared: true } as const;
const places = { seconds: 5, isShared: false } as const;
const ofTexts = new Set(["/about", "/contact", "/faq", "/privacy", "/terms"]);
const station = /^\/stations\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Headers by which a browser asks for something else than the page itself. */
const elsewise = ["authorization", "range", "rsc", "next-action", "next-router-prefetch"] as const;
/** Programs that read pages: Next answers some of them in another way. */
const program = /bot|crawl|spider|slurp|preview|facebookexternalhit|whatsapp|lighthouse/i;
/** Longer ones are asked for once. */
const longestKey = 1_000;

/**
 * What the request asks for, where it is a public page and nobody known asks; else null. What such a page says depends
 * on its address, on the language asked for, on what this browser chose (cookies) and on whose maps it opens, and on
 * nothing else.
 */
export function publicAsk({ method, url = "/", headers }: Asking): PublicAsk | null {
  const [path = "/"] = url.split("?", 1);
  const isOfPlaces = path === "/" || station.test(path);
  if (method !== "GET" || !(isOfPlaces || ofTexts.has(path)) || url.includes("_rsc=")) return null;
  const cookie = String(headers.cookie ?? "");
  const agent = String(headers["user-agent"] ?? "");
  if (cookie.includes(sessionCookieName()) || program.test(agent)) return null;
  if (elsewise.some((name) => headers[name] !== undefined)) return null;
  const key = JSON.stringify([url, headers["accept-language"], cookie, phoneMaps(agent)]);
  return key.length > longestKey ? null : { key, ...(isOfPlaces ? places : texts) };
}

/** The pages that were asked for last, as many as have room. */
export class KeptPages {
  readonly #pages = new Map<string, { page: KeptPage; until: number }>();
  #bytes = 0;

  constructor(
    /** What all of them may take, in bytes. */
    private readonly room: number,
    /** Milliseconds since whenever. */
    private readonly now: () => number,
  ) {}

  /** The page, as long as it holds. */
  find({ key }: PublicAsk): KeptPage | null {
    const kept = this.#pages.get(key);
    if (kept && kept.until > this.now()) return kept.page;
    if (kept) this.#drop(key);
    return null;
  }

  /** Keeps it, and lets go of the oldest for which no room is left. */
  keep({ key, seconds }: PublicAsk, page: KeptPage): void {
    this.#drop(key);
    this.#pages.set(key, { page, until: this.now() + seconds * 1_000 });
    this.#bytes += sizeOf(key, page);
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.room) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const kept = this.#pages.get(key);
    if (!kept) return;
    this.#pages.delete(key);
    this.#bytes -= sizeOf(key, kept.page);
  }
}

/** With its headers and what the map takes. */
const sizeOf = (key: string, { body }: KeptPage) => body.byteLength + key.length + 4_096;

import type { ContentKind } from "@/lib/records/content/schema";

/** Where each text is read. */
export const contentPaths = {
  "terms-of-service": "/terms",
  "privacy-policy": "/privacy",
  about: "/about",
  contact: "/contact",
  faq: "/faq",
} as const satisfies Readonly<Record<ContentKind, string>>;

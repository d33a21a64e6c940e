"use client";

import { useEffect, useState } from "react";

import { Notice } from "../ui/notice";
import { onNoted, takeNoted } from "./noted-at-login";

/** What the page before had no time to say: what was lost because its session had ended. */
export function NotedAtLogin() {
  const [words, setWords] = useState<readonly string[]>([]);
  useEffect(() => {
    const take = () => {
      const noted = takeNoted();
      if (noted.length > 0) setWords((before) => [...before, ...noted]);
    };
    take();
    return onNoted(take);
  }, []);
  if (words.length === 0) return null;
  return (
    <div className="mb-5">
      <Notice kind="warning" role="alert">
        {words.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Notice>
    </div>
  );
}

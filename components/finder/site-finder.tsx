"use client";

import { Finder, type FinderProps } from "./finder";
import { ViewChoice } from "./view-choice";

/** The finder of the public site, where a phone chooses between list and map; a driver's app has no use for that. */
export function SiteFinder(props: FinderProps) {
  return <Finder {...props} Choice={ViewChoice} />;
}

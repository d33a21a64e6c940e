"use client";

// Here too, so that a page that fails leaves the frame and the way elsewhere standing.
export { default } from "../error";

import type { CSSProperties } from "react";

/** Colours of the site in the form that every mail program reads, by light and by dark. */
const light = {
  desk: "#f1f5f4",
  paper: "#ffffff",
  ink: "#14201f",
  soft: "#4b5957",
  line: "#d7dfdd",
};
const dark = {
  desk: "#0d1413",
  paper: "#16201e",
  ink: "#eef4f2",
  soft: "#a9b8b5",
  line: "#33413e",
};
const button = { light: "#066a55", on: "#ffffff", dark: "#5fd3ac", onDark: "#06231c" };

/**
 * For programs that know dark mode; others show the light colours, or turn them by themselves, which no picture or
 * transparent ground suffers from. Styles of the elements are weaker than these by `!important` alone.
 */
export const sheet = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.desk{background:${dark.desk}!important}
.paper{background:${dark.paper}!important;border-color:${dark.line}!important}
.ink{color:${dark.ink}!important}
.soft{color:${dark.soft}!important}
.line{border-color:${dark.line}!important}
.link{color:${button.dark}!important}
.button{background:${button.dark}!important;color:${button.onDark}!important}
}
@media (max-width:480px){.desk-cell{padding:12px 8px!important}.pad{padding:20px 16px!important}}`;

const font = "-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif";

/** Styles stand at the elements, because some programs drop the sheet. */
export const styles = {
  desk: { margin: 0, padding: 0, background: light.desk, fontFamily: font },
  outer: { background: light.desk, width: "100%" },
  cell: { padding: "24px 12px" },
  paper: {
    width: "100%",
    maxWidth: 560,
    background: light.paper,
    border: `1px solid ${light.line}`,
    borderRadius: 12,
    borderCollapse: "separate",
  },
  pad: { padding: "28px 32px", textAlign: "start" },
  brand: { margin: 0, fontSize: 14, fontWeight: 700, color: button.light },
  title: {
    margin: "12px 0 16px",
    fontSize: 22,
    lineHeight: "28px",
    color: light.ink,
    overflowWrap: "anywhere",
  },
  text: {
    margin: "0 0 16px",
    fontSize: 16,
    lineHeight: "24px",
    color: light.ink,
    overflowWrap: "anywhere",
  },
  facts: { width: "100%", margin: "0 0 16px", borderCollapse: "collapse" },
  label: {
    padding: "8px 16px 8px 0",
    borderTop: `1px solid ${light.line}`,
    fontSize: 14,
    lineHeight: "20px",
    color: light.soft,
    textAlign: "start",
    fontWeight: 400,
    verticalAlign: "top",
    whiteSpace: "nowrap",
  },
  value: {
    width: "100%",
    padding: "8px 0",
    borderTop: `1px solid ${light.line}`,
    fontSize: 16,
    lineHeight: "20px",
    color: light.ink,
    textAlign: "start",
    overflowWrap: "anywhere",
  },
  button: {
    display: "inline-block",
    margin: "4px 0 20px",
    padding: "13px 22px",
    borderRadius: 8,
    background: button.light,
    color: button.on,
    fontSize: 16,
    lineHeight: "20px",
    fontWeight: 600,
    textDecoration: "none",
  },
  link: { color: button.light, textDecoration: "underline" },
  foot: {
    margin: "0 0 8px",
    fontSize: 13,
    lineHeight: "20px",
    color: light.soft,
    overflowWrap: "anywhere",
  },
} as const satisfies Readonly<Record<string, CSSProperties>>;

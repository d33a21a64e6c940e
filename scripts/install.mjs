import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { mendDriver } from "./mend-driver.mjs";
import { sayPatiently } from "./parts/say-patiently.mjs";

const LEAST_NODE = [22, 18];

/**
 * Installs the dependencies when they are missing or not those of package-lock.json.
 * Throws an Error with one plain sentence, and npm's own words, when npm cannot.
 */
export async function ensureInstalled(root) {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 9)) {
    throw new Error(
      `Node 20.9 or newer is needed to begin with; this is ${process.versions.node}.`,
    );
  }
  if (!isInstalled(root)) {
    console.log("Installing the dependencies, about half a minute …");
    const refused = await npm(root, ["ci"]);
    if (refused !== undefined) {
      console.log("npm ci did not work; trying npm install …");
      const words = await npm(root, ["install", "--no-save"]);
      if (words !== undefined) throw new Error(`The dependencies cannot be installed.\n${words}`);
    }
  }
  if (!existsSync(nodeOf(root)) && !isRecent()) await npm(root, ["rebuild", "node"]);
  mendDriver();
}

/** The Node that the project pins; the one that runs us where that is missing and recent enough. */
export function projectNode(root) {
  const pinned = nodeOf(root);
  if (existsSync(pinned) && spawnSync(pinned, ["--version"]).status === 0) return pinned;
  if (isRecent()) return process.execPath;
  throw new Error(
    `Node ${LEAST_NODE.join(".")} or newer is needed; this is ${process.versions.node}, and the npm package ` +
      "`node` that brings 24 is not installed. Delete node_modules and try again.",
  );
}

function nodeOf(root) {
  return join(
    root,
    "node_modules",
    "node",
    "bin",
    process.platform === "win32" ? "node.exe" : "node",
  );
}

function isRecent() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  return major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
}

/** npm notes what it installed in node_modules/.package-lock.json, as its last act. */
function isInstalled(root) {
  try {
    const wanted = readLock(join(root, "package-lock.json"));
    const present = readLock(join(root, "node_modules", ".package-lock.json"));
    return Object.entries(wanted).every(([path, { version, optional }]) => {
      const found = path === "" || present[path];
      return found ? path === "" || found.version === version : optional === true;
    });
  } catch {
    return false;
  }
}

function readLock(path) {
  return JSON.parse(readFileSync(path, "utf8")).packages;
}

/** Runs npm and resolves to undefined, or to its last words when it fails. */
function npm(root, args) {
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" };
  delete env.NODE_ENV;
  const flags = [
    "--include=dev",
    "--include=optional",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const onWindows = process.platform === "win32";
  const child = spawn(onWindows ? "npm.cmd" : "npm", [...args, ...flags], {
    cwd: root,
    env,
    shell: onWindows,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let words = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk) => (words = (words + chunk).slice(-4000)));
  }
  const began = Date.now();
  const stop = sayPatiently(() =>
    console.log(`… still at it (${Math.round((Date.now() - began) / 1000)} s)`),
  );
  return new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code) =>
      resolve(code === 0 ? undefined : words.trim() || `npm ended with ${code}`),
    );
  }).finally(stop);
}

/**
 * The public contracts in which the API is spoken (api.md, Four contracts): `baybook` under /api/v1, `core`, the
 * product's first contract, under /api, `ev-cms` on the same paths as ours, and `snake` under /api.
 */
export const contracts = ["baybook", "core", "ev-cms", "snake"] as const;
export type Contract = (typeof contracts)[number];

/** The contract that a token's claim names; none for a token without, or of a release that knew another. */
export const contractNamed = (claim: unknown): Contract | undefined =>
  contracts.find((one) => one === claim);

/** The id of a sample. Each has a serial of its own among all rooms; with a number twice no process starts. */
export const sampleId = (serial: number) =>
  `0199f3a0-0000-7000-8000-${String(serial).padStart(12, "0")}`;

export function sayPatiently(say: () => void): () => void;

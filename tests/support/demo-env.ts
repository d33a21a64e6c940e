/** The environment that the demo's data is made in. */
export const demoEnv = {
  BAYBOOK_DEMO: "1",
  JWT_KEYS: "demo-1:test-access-token-secret-0123456789ab",
  QR_KEYS: "demo-1:test-qr-secret-0123456789abcdefghijkl",
};

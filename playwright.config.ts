import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/**
 * The stories of e2e/ against a panel that runs already: `npm test` starts one of its own (bin/test/browser.mjs) and says where.
 * By hand: E2E_BASE_URL=http://localhost:3000 npx playwright test
 */
const chromium =
  process.env.CHROMIUM_PATH ||
  ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));

/**
 * One simulated Passfort and one connection, which carries one chunk at a time: the stories that send wait for each other. The screens are
 * with them so that both sides take as long.
 */
const sending = /(01|05|06|08|09|18|19|21|22)-.*\.spec\.ts$/;

export default defineConfig({
  testDir: "e2e",
  // The stories that send, and beside them those that do not, each after the other.
  workers: 2,
  projects: [
    { name: "sending", testMatch: sending, workers: 1 },
    { name: "preparing", testIgnore: sending, workers: 1 },
  ],
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 25_000 },
  forbidOnly: Boolean(process.env.CI),
  outputDir: "test-results",
  use: {
    baseURL: process.env.E2E_BASE_URL || "http://localhost:3000",
    viewport: { width: 1440, height: 900 },
    timezoneId: "Europe/London",
    locale: "en-GB",
    // A trace records every step of every story, also of those that pass: a fifth of the time. E2E_TRACE=1 asks for it.
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        // Chromium's sandbox refuses to work for root.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});

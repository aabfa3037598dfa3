import { expect, test } from "vitest";
import { historyPoints, timeOfDay } from "./history-points.ts";

test("the chart of a launched chunk begins at nought, at the launch", () => {
  const history = [{ at: "2026-11-23T10:00:05.000Z", created: 4, failed: 1 }];
  expect(historyPoints("2026-11-23T10:00:00.000Z", history)).toEqual([
    { at: "2026-11-23T10:00:00.000Z", created: 0, failed: 0 },
    ...history,
  ]);
});

test("times are shown in the zone of the viewer", () => {
  expect(timeOfDay("2026-11-23T23:30:09Z", "UTC")).toBe("23:30:09");
  expect(timeOfDay("2026-11-23T23:30:09Z", "Asia/Kolkata")).toBe("05:00:09");
});

import { expect, test } from "vitest";
import type { Registry } from "#lib/queue/consume.ts";
import { runJob } from "./run-job.ts";

const fileId = "00000000-0000-4000-8000-000000000001";

test("what a fault quotes of a person is neither in the log nor in what the queue keeps of the job; its name and place are", async () => {
  const logged: string[] = [];
  const write = (sentence: string, ids?: unknown) => void logged.push(JSON.stringify([sentence, ids]));
  const registry = {
    parse_file: () => Promise.reject(new TypeError('invalid input: "Zqworrin Blixtonquay"')),
  } as unknown as Registry;
  const told = await runJob({ info: write, warn: write, error: write }, registry, "parse_file", { fileId }).catch(
    (thrown: Error) => `${thrown.message} ${thrown.stack}`,
  );
  expect(logged.join()).toContain(fileId);
  for (const kept of [logged.join(), String(told)]) {
    expect(kept).toContain("TypeError at");
    expect(kept).toContain("run-job.test.ts");
    expect(kept).not.toContain("Zqworrin");
  }
});

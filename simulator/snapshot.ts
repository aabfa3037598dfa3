import { createReadStream, existsSync } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { setImmediate as breathe } from "node:timers/promises";
import { z } from "zod";
import type { Tag } from "./account.ts";
import { type Webhook, webhookSchema } from "./config.ts";
import { ConfigProblem } from "./config-problem.ts";
import { type KeptProfile, restoreProfile } from "./restore-profile.ts";
import type { Message } from "./webhooks/message.ts";
import type { World } from "./world.ts";

/**
 * The file: one line of JSON for the time that was skipped, one for each account (tags, webhook settings, waiting webhooks), then one for each profile.
 * Lines, because a book of 100,000 profiles does not fit into one string.
 */
type Line =
  | { skippedMs: number }
  | { account: string; tags: Tag[]; webhook: Webhook; waiting: Message[] }
  | { account: string; profile: KeptProfile };

const LINES_AT_ONCE = 200;

/** Writes beside the file, then renames: whoever reads finds the old state or the new one, never half. */
export async function writeSnapshot(world: World, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  const handle = await open(draft, "w");
  try {
    let batch: string[] = [];
    for (const line of linesOf(world)) {
      batch.push(JSON.stringify(line));
      if (batch.length < LINES_AT_ONCE) continue;
      await handle.write(`${batch.join("\n")}\n`);
      batch = [];
      await breathe();
    }
    if (batch.length > 0) await handle.write(`${batch.join("\n")}\n`);
    await handle.sync();
    await handle.close();
    await rename(draft, file);
  } catch (cause) {
    await handle.close().catch(() => {});
    await rm(draft, { force: true });
    throw cause;
  }
}

function* linesOf(world: World): Generator<Line> {
  yield { skippedMs: world.clock.skippedMs() };
  for (const account of world.accounts) {
    const tags = [...account.tagsByName.values()];
    yield { account: account.key, tags, webhook: account.webhook, waiting: world.outbox.waiting(account) };
    // Ids first: profiles may be added while lines are being written.
    for (const id of [...account.profiles.keys()]) {
      const profile = account.profiles.get(id);
      if (profile) yield { account: account.key, profile };
    }
  }
}

const lineSchema = z.union([
  z.object({ skippedMs: z.number().min(0) }),
  z.object({ account: z.string(), profile: z.custom<KeptProfile>(isProfile) }),
  z.object({
    account: z.string(),
    tags: z.array(z.custom<Tag>()),
    webhook: webhookSchema,
    waiting: z.array(z.custom<Message>()),
  }),
]);

/** Fills the world from the file, if there is one, and takes up again what was under way. */
export async function loadSnapshot(world: World, file: string): Promise<void> {
  if (!existsSync(file)) return;
  let number = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file, "utf8") })) {
      number += 1;
      if (text !== "") restoreLine(world, lineSchema.parse(JSON.parse(text)));
    }
  } catch (cause) {
    const where = `The snapshot ${file} cannot be read (line ${number})`;
    throw new ConfigProblem(`${where}; delete the file to start with an empty simulator.`, { cause });
  }
}

function restoreLine(world: World, line: Line): void {
  // Dates in the file are of the time as it was skipped to; without it they would lie in the future.
  if ("skippedMs" in line) {
    world.clock.advance(line.skippedMs);
    return;
  }
  const account = world.accounts.find((one) => one.key === line.account);
  // The account was taken out of the configuration; its profiles can be seen by nobody.
  if (!account) return;
  if ("profile" in line) {
    restoreProfile(world, account, line.profile);
    return;
  }
  account.tagsByName = new Map(line.tags.map((tag) => [tag.name, tag]));
  account.webhook = line.webhook;
  world.outbox.restore(account, line.waiting);
}

function isProfile(value: unknown): boolean {
  return (
    typeof value === "object" && value !== null && "id" in value && "collectedData" in value && "applications" in value
  );
}

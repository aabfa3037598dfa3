import { randomUUID } from "node:crypto";
import { type Account, createAccount } from "./account.ts";
import { createFaultPlan, type FaultPlan } from "./api/fault-plan.ts";
import { createJournal, type Journal } from "./api/journal.ts";
import { type Clock, createClock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { Settings } from "./settings.ts";
import { createOutbox, type Outbox } from "./webhooks/outbox.ts";

/** Everything the simulator knows. Operations, control and portal all act on one of these. */
export type World = {
  clock: Clock;
  newId: () => string;
  settings: Settings;
  accounts: Account[];
  faults: FaultPlan;
  journal: Journal;
  outbox: Outbox;
  /** Called after anything worth keeping has changed; the snapshot listens. */
  changed: () => void;
};

export function createWorld(config: Config, clock: Clock = createClock()): World {
  const world: World = {
    clock,
    newId: randomUUID,
    settings: { ...config.settings },
    accounts: config.accounts.map((account) => createAccount(account, config)),
    faults: createFaultPlan(),
    journal: createJournal(),
    outbox: createOutbox({ clock, fetch: globalThis.fetch, changed: () => world.changed() }),
    changed: () => {},
  };
  return world;
}

/** Finds an account by its key or, for people, by its mode (`demo`, `live`). */
export function accountNamed(world: World, name: string): Account | undefined {
  return (
    world.accounts.find((account) => account.keys.some(({ key }) => key === name)) ??
    world.accounts.find((account) => account.mode === name)
  );
}

/** Back to empty: profiles, tags, quotas, calls, faults and waiting webhooks. Settings and endpoints stay. */
export function resetWorld(world: World): void {
  for (const account of world.accounts) {
    account.profiles.clear();
    account.tagsByName.clear();
    account.createsByReference.clear();
    account.createsWithoutReference = 0;
    account.arrivals.clear();
    world.outbox.clear(account);
  }
  world.faults.clear();
  world.journal.clear();
  world.changed();
}

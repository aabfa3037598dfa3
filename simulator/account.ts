import type { AccountConfig, Config, Limit, LimitedCall, Webhook } from "./config.ts";
import type { Profile } from "./profile/profile.ts";
import { stableId } from "./stable-id.ts";

export type TaskVariant = {
  id: string;
  alias: string;
  name: string;
  description?: string | undefined;
  type: string;
  automatic: boolean;
  passesOnChecks: string[];
  expiresAfterDays?: number | undefined;
  associateProducts?: { INDIVIDUAL?: string | undefined; COMPANY?: string | undefined } | undefined;
};

export type Product = {
  id: string;
  alias: string;
  name: string;
  entityType: "INDIVIDUAL" | "COMPANY";
  autoApply: boolean;
  automaticallyApprove: boolean;
  forAssociates: boolean;
  tasks: TaskVariant[];
  automaticChecks: string[];
};

export type Tag = { id: string; name: string; is_automatic: boolean };

/** One customer of the simulated Passfort: a key, a policy, and the profiles that only this key can see. */
export type Account = {
  key: string;
  keyName: string;
  /** Every key with its name; the first one is `key`. */
  keys: { key: string; name: string }[];
  mode: "demo" | "live";
  institution: { id: string; name: string };
  products: Product[];
  variants: TaskVariant[];
  limits: Record<LimitedCall, Limit>;
  /** Theoretical arrival time (ms) of each limited operation; see api/rate-limit.ts. */
  arrivals: Map<LimitedCall, number>;
  webhook: Webhook;
  profiles: Map<string, Profile>;
  tagsByName: Map<string, Tag>;
  /** How often each reference was created, whatever became of the profile. */
  createsByReference: Map<string, number>;
  createsWithoutReference: number;
};

export function createAccount(own: AccountConfig, shared: Config): Account {
  const variants = (own.taskVariants ?? shared.taskVariants).map((variant) => ({
    id: stableId(own.key, "variant", variant.alias),
    ...variant,
  }));
  const variantsByAlias = new Map(variants.map((variant) => [variant.alias, variant]));
  const products = (own.products ?? shared.products).map(({ tasks, ...product }) => ({
    id: stableId(own.key, "product", product.alias),
    ...product,
    tasks: tasks.flatMap((alias) => variantsByAlias.get(alias) ?? []),
  }));
  return {
    key: own.key,
    keyName: own.keyName,
    keys: own.keys,
    mode: own.mode,
    institution: { id: stableId("institution", own.key), name: own.institution },
    products,
    variants,
    limits: { ...(own.limits ?? shared.limits) },
    arrivals: new Map(),
    webhook: { ...(own.webhook ?? shared.webhook) },
    profiles: new Map(),
    tagsByName: new Map(),
    createsByReference: new Map(),
    createsWithoutReference: 0,
  };
}

/** Remembers that a profile was made, for whoever counts from outside. */
export function countCreate(account: Account, reference: string | null): void {
  if (reference === null) account.createsWithoutReference += 1;
  else account.createsByReference.set(reference, (account.createsByReference.get(reference) ?? 0) + 1);
}

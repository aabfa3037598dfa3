import type { AccountConfig, Config, Limit, LimitName, Webhook } from "./config.ts";
import type { Profile } from "./profile/profile.ts";
import { stableId } from "./stable-id.ts";

export type TaskVariant = {
  id: string;
  alias: string;
  name: string;
  description?: string;
  type: string;
  automatic: boolean;
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
};

export type Tag = { id: string; name: string; is_automatic: boolean };

/** One customer of the simulated Passfort: a key, a policy, and the profiles that only this key can see. */
export type Account = {
  key: string;
  keyName: string;
  mode: "demo" | "live";
  institution: { id: string; name: string };
  products: Product[];
  variants: TaskVariant[];
  limits: Record<LimitName, Limit>;
  /** Theoretical arrival time (ms) of each limited operation; see api/rate-limit.ts. */
  arrivals: Map<LimitName, number>;
  webhook: Webhook;
  profiles: Map<string, Profile>;
  tagsByName: Map<string, Tag>;
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
    mode: own.mode,
    institution: { id: stableId("institution", own.key), name: own.institution },
    products,
    variants,
    limits: { ...(own.limits ?? shared.limits) },
    arrivals: new Map(),
    webhook: { ...(own.webhook ?? shared.webhook) },
    profiles: new Map(),
    tagsByName: new Map(),
  };
}

/** One API call as remembered: names and numbers only, never a body. */
export type Seen = {
  operation: string;
  account: string;
  status: number;
  /** ISO time of arrival. */
  at: string;
  durationMs: number;
  fault?: string;
};

export type Totals = { calls: Record<string, number>; inFlight: number; peakConcurrency: number };

export type Journal = {
  begin(account: string, operation: string): void;
  end(seen: Seen): void;
  recent(limit: number): Seen[];
  totals(account: string): Totals;
  clear(): void;
};

const REMEMBERED_MAX = 2000;

export function createJournal(): Journal {
  let recent: Seen[] = [];
  const totalsByAccount = new Map<string, Totals>();

  function totals(account: string): Totals {
    const known = totalsByAccount.get(account) ?? { calls: {}, inFlight: 0, peakConcurrency: 0 };
    totalsByAccount.set(account, known);
    return known;
  }

  return {
    begin(account, operation) {
      const own = totals(account);
      own.calls[operation] = (own.calls[operation] ?? 0) + 1;
      own.inFlight += 1;
      own.peakConcurrency = Math.max(own.peakConcurrency, own.inFlight);
    },
    end(seen) {
      totals(seen.account).inFlight -= 1;
      recent.push(seen);
      if (recent.length > 2 * REMEMBERED_MAX) recent = recent.slice(-REMEMBERED_MAX);
    },
    recent: (limit) => recent.slice(-limit).reverse(),
    totals: (account) => ({ ...totals(account), calls: { ...totals(account).calls } }),
    clear() {
      recent = [];
      // Calls still in flight will end later; forgetting them would make the count negative.
      for (const own of totalsByAccount.values()) Object.assign(own, { calls: {}, peakConcurrency: own.inFlight });
    },
  };
}

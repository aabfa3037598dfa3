import { connect } from "../postgres/connect.mjs";
import type { ChaosBook } from "./book.ts";
import type { Edits } from "./edit-in-portal.ts";
import type { Stage } from "./stage.ts";

export type Found = {
  created: number;
  duplicates: number;
  lost: number;
  uncertain: number;
  associates: { made: number; doubled: number; missing: number };
  /** Of what people wrote in the portal meanwhile, what does not stand there any more. */
  editsLost: number;
};

type Row = { reference: string; status: string; profileId: string | null };

/** What became of the book, in the panel's rows and, independently, in the simulator. */
export async function judge(stage: Stage, chunkId: string, book: ChaosBook, edits: Edits): Promise<Found> {
  const rows = await deliveriesOf(stage.databaseUrl, chunkId);
  const profiles = await stage.simulator.profiles();
  const referenceById = new Map(profiles.map(({ id, customer_ref }) => [id, customer_ref]));
  const timesByReference = new Map<string, number>();
  for (const { customer_ref } of profiles)
    if (customer_ref !== null) timesByReference.set(customer_ref, (timesByReference.get(customer_ref) ?? 0) + 1);
  const more = (references: Iterable<string>) =>
    [...references].reduce((sum, reference) => sum + Math.max(0, (timesByReference.get(reference) ?? 0) - 1), 0);

  const rowByReference = new Map(rows.map((row) => [row.reference, row]));
  const isLost = (reference: string) => {
    const row = rowByReference.get(reference);
    if (!row) return true;
    return row.status === "created" && (row.profileId === null || referenceById.get(row.profileId) !== reference);
  };
  const clients = new Set(book.references);
  const associates = [...timesByReference.keys()].filter((reference) => !clients.has(reference));
  return {
    created: rows.filter(({ status }) => status === "created").length,
    duplicates: more(timesByReference.keys()),
    lost: book.references.filter(isLost).length,
    uncertain: rows.filter(({ status }) => status === "uncertain").length,
    associates: {
      made: profiles.filter(({ customer_ref }) => customer_ref === null || !clients.has(customer_ref)).length,
      doubled: more(associates),
      missing: await missingPlaces(stage, rowByReference, book),
    },
    editsLost: await lostEdits(stage, edits),
  };
}

/** Places of the book whose associate does not stand among its company's directors. */
async function missingPlaces(stage: Stage, rows: Map<string, Row>, book: ChaosBook): Promise<number> {
  let missing = 0;
  for (const [company, places] of book.associatesByCompany) {
    const profileId = rows.get(company)?.profileId;
    const standing = profileId ? ((await stage.simulator.dataOf(profileId)).officers?.directors ?? []) : [];
    missing += Math.max(0, places - standing.length);
  }
  return missing;
}

async function lostEdits({ simulator }: Stage, { lastByProfile }: Edits): Promise<number> {
  let lost = 0;
  for (const [profileId, stamp] of lastByProfile)
    if ((await simulator.dataOf(profileId)).metadata?.number_of_employees !== stamp) lost += 1;
  return lost;
}

async function deliveriesOf(databaseUrl: string, chunkId: string): Promise<Row[]> {
  const answer = await connect(databaseUrl, { timeoutMs: 30_000 });
  if (answer.kind !== "connected") throw new Error("The database does not answer at the end of the run.");
  try {
    const { rows } = await answer.client.query(
      `select reference, status::text, "profileId" from "Delivery" where "chunkId" = $1`,
      [chunkId],
    );
    return rows as Row[];
  } finally {
    await answer.client.end();
  }
}

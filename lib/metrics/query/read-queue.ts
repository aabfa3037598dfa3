import type { Context } from "../../context.ts";
import type { QueueFacts } from "../facts.ts";

/** What the queue says of itself. It tells how much knocks, never how much there is to do: that is in the rows. */
export async function readQueue(
  { queue, env }: Pick<Context, "queue" | "env">,
  connectionIds: readonly string[],
): Promise<QueueFacts> {
  const backend = env.REDIS_URL ? "redis" : "postgres";
  if (!(await queue.isUp())) return { backend, isUp: false, jobs: new Map() };
  const depths = await Promise.all(
    connectionIds.map((id) =>
      queue.depthOf(id).then(
        (depth) => [[id, depth] as const],
        () => [],
      ),
    ),
  );
  return { backend, isUp: true, jobs: new Map(depths.flat()) };
}

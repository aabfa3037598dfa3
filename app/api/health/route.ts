import { webContext } from "#lib/http/web-context.ts";

export const dynamic = "force-dynamic";

/**
 * Is the panel able to work? 200 with the age of the last worker beat and whether files can be reached, 503 when the database does not answer.
 * Without its files a panel still shows, maps, approves and sends what needs none; starting it again would not bring them back.
 */
export async function GET(): Promise<Response> {
  const { ctx } = webContext();
  try {
    const beat = await ctx.db.workerBeat.findFirst({ orderBy: { beatAt: "desc" }, select: { beatAt: true } });
    const workerSilentSeconds = beat ? Math.round((ctx.clock.now().getTime() - beat.beatAt.getTime()) / 1000) : null;
    const files = await ctx.files.reach().then(
      () => "up",
      () => "down",
    );
    return Response.json({ database: "up", files, workerSilentSeconds });
  } catch {
    return Response.json({ database: "down" }, { status: 503 });
  }
}

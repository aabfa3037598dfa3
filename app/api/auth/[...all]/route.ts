import { webContext } from "#lib/http/web-context.ts";

export const dynamic = "force-dynamic";

const answer = (request: Request) => webContext().auth.handler(request);

export { answer as GET, answer as POST };

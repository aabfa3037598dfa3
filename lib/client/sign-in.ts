import { z } from "zod";
import { ProblemError } from "./call.ts";

const authError = z.object({ code: z.string().optional(), message: z.string().optional() });

/** What better-auth's answers mean to a person; anything else is told with its number. */
const sentenceByStatus: Record<number, string> = {
  400: "E-mail or password is not in the expected form.",
  401: "E-mail or password is not right.",
  403: "This address is not allowed to sign in from here. Open the panel at the address it was started with.",
  429: "Too many tries. Wait a minute, then try again.",
};

/** Signs in with better-auth; the session is a cookie. Throws a ProblemError with a sentence. */
export const signIn = (email: string, password: string): Promise<void> =>
  askAuth("/api/auth/sign-in/email", { email, password });

/** Ends the session. */
export const signOut = (): Promise<void> => askAuth("/api/auth/sign-out", {});

async function askAuth(path: string, body: object): Promise<void> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (response?.ok) return;
  if (!response)
    throw new ProblemError(
      { kind: "unreachable", sentence: "The panel could not be reached. Check your network and try again." },
      0,
    );
  const told = authError.safeParse(await response.json().catch(() => null));
  const sentence =
    sentenceByStatus[response.status] ??
    `Sign-in is not possible just now (HTTP ${response.status}). Try again; if it happens again, tell an admin.`;
  throw new ProblemError({ kind: told.data?.code ?? "not_signed_in", sentence }, response.status);
}

/** The page to open after signing in: a path of this panel only, never another site. */
export function pageAfterSignIn(next: string | null): string {
  if (!next?.startsWith("/") || next.startsWith("//") || next.includes("\\")) return "/";
  return next.startsWith("/sign-in") ? "/" : next;
}

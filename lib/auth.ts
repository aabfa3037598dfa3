import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import type { Env } from "./env.ts";
import type { Db } from "./store/client.ts";

export const passwordLengthMin = 12;

/**
 * Sign-in by e-mail and password, sessions in Postgres. Nobody signs up by themselves: an admin adds people
 * (`lib/settings/people`), and the first admin comes through set-up.
 */
export function makeAuth(env: Env, db: Db) {
  return betterAuth({
    baseURL: env.BASE_URL,
    secret: env.CAUSEWAY_SECRET,
    trustedOrigins: [env.BASE_URL, `http://localhost:${env.PORT}`, `http://127.0.0.1:${env.PORT}`],
    database: prismaAdapter(db, { provider: "postgresql" }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLengthMin,
      maxPasswordLength: 200,
    },
    user: { additionalFields: { role: { type: "string", required: true, input: false } } },
    session: { expiresIn: 60 * 60 * 12, updateAge: 60 * 15 },
    rateLimit: { enabled: true, window: 60, max: 300, customRules: { "/sign-in/email": { window: 60, max: 40 } } },
    advanced: { cookiePrefix: "causeway", ipAddress: { ipAddressHeaders: ["x-forwarded-for"] } },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}

export type Auth = ReturnType<typeof makeAuth>;

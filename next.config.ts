import type { NextConfig } from "next";

const isDevelopment = process.env.NODE_ENV === "development";

/**
 * Next writes the page's data into inline scripts and Mantine its sizes into inline styles; without a nonce (which would need a proxy in
 * front of every upload, and that cuts bodies at 10 MB) both must be allowed. Everything else comes from this origin only.
 * `wasm-unsafe-eval`: the fingerprint of an upload is computed by WebAssembly.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'${isDevelopment ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const securityHeaders = [
  { key: "Content-Security-Policy", value: contentSecurityPolicy },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

const nextConfig: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: false },
  // Native or self-locating packages: they must be required from node_modules, not bundled into the routes.
  serverExternalPackages: [
    "pg",
    "pg-copy-streams",
    "bullmq",
    "ioredis",
    "pino",
    "prom-client",
    "@prisma/client",
    "@prisma/adapter-pg",
    "better-auth",
    "undici",
    "@aws-sdk/client-s3",
  ],
  experimental: { optimizePackageImports: ["@mantine/core", "@mantine/hooks", "@mantine/charts"] },
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

export default nextConfig;

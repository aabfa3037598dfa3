import { createHash, createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";

const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
const sha256 = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/**
 * The code by which S3 refuses a request that is not rightly signed (Signature Version 4, by header), or undefined. Bodies must be signed, too:
 * that is how a byte that changed on the way is found out.
 */
export function signatureFault(request: IncomingMessage, body: Buffer, keys: Record<string, string>, region: string) {
  const form =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
  const [, id = "", day = "", where = "", signed = "", signature = ""] =
    form.exec(request.headers.authorization ?? "") ?? [];
  if (id === "") return "AccessDenied";
  const secret = keys[id];
  if (secret === undefined) return "InvalidAccessKeyId";
  if (where !== region) return "AuthorizationHeaderMalformed";
  const bodyHash = String(request.headers["x-amz-content-sha256"]);
  if (bodyHash !== sha256(body)) return "XAmzContentSHA256Mismatch";
  const [path = "", query = ""] = (request.url ?? "").split("?");
  const canonical = [
    request.method,
    path,
    query
      .split("&")
      .filter(Boolean)
      .map((pair) => (pair.includes("=") ? pair : `${pair}=`))
      .sort()
      .join("&"),
    ...signed.split(";").map((name) => `${name}:${String(request.headers[name]).trim()}`),
    "",
    signed,
    bodyHash,
  ].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  const key = ["aws4_request", "s3", region].reduceRight<Buffer>(
    (made, part) => hmac(made, part),
    hmac(`AWS4${secret}`, day),
  );
  return hmac(key, text).toString("hex") === signature ? undefined : "SignatureDoesNotMatch";
}

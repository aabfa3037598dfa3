/** The words of a header: "RegAddress.PostTown" → reg address post town; "CUST_NO" → cust no. */
export function headerWords(header: string): string[] {
  const spaced = header
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2");
  return spaced
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** One spelling for all: words without anything between them. Salesforce's suffix for own fields says nothing. */
export const headerKey = (header: string): string => headerWords(header.replace(/__c$/i, "")).join("");

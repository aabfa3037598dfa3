/** A fault for the log without its message, which may quote a cell: name, code, and the place in our program. */
export function faultWords(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault;
  const code = "code" in fault && typeof fault.code === "string" ? ` ${fault.code}` : "";
  const places = (fault.stack ?? "")
    .split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 6);
  return `${fault.name}${code} ${places.map((line) => line.trim()).join(" < ")}`;
}

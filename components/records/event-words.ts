/** A webhook's event in words: "PRODUCT_STATUS_CHANGED" → "Product status changed". Passfort adds events; any name reads well. */
export function eventWords(event: string): string {
  const words = event.replaceAll("_", " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

import { Badge } from "@mantine/core";
import { wordsOfStatus } from "./status-words.ts";

/** A status as word, colour and icon; the same everywhere. */
export function StatusBadge({ status, size = "md" }: { status: string; size?: "sm" | "md" | "lg" }) {
  const { label, colour, icon: Icon } = wordsOfStatus(status);
  return (
    <Badge color={colour} size={size} leftSection={<Icon size={12} aria-hidden />}>
      {label}
    </Badge>
  );
}

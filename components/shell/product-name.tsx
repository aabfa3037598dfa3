import { Group, Text } from "@mantine/core";
import Link from "next/link";

/** The name with its mark: two banks and the way between them. */
export function ProductName() {
  return (
    <Link href="/" style={{ textDecoration: "none", color: "inherit" }} aria-label="Causeway, to the migrations">
      <Group gap={8} wrap="nowrap">
        <svg
          width="24"
          height="24"
          viewBox="0 0 24 24"
          aria-hidden="true"
          fill="none"
          stroke="var(--mantine-color-anchor)"
          strokeWidth="2.2"
          strokeLinecap="round"
        >
          <path d="M2 17h20M2 17c4 0 4-8 10-8s6 8 10 8M7 17v-3.6M12 17V9M17 17v-3.6" />
        </svg>
        <Text fw={650} size="md" visibleFrom="xs">
          Causeway
        </Text>
      </Group>
    </Link>
  );
}

import { Box } from "@mantine/core";
import type { ReactNode } from "react";

/** A wide table that scrolls by itself, by keyboard too, so that the page never scrolls sideways. */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box component="section" aria-label={label} tabIndex={0} style={{ overflowX: "auto" }}>
      {children}
    </Box>
  );
}

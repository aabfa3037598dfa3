import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { plainNumber } from "#components/ui/count-identity.ts";
import type { FieldKind } from "#lib/domain/field-shape.ts";
import { ValueTarget } from "./value-target.tsx";

type Props = {
  kind: FieldKind;
  /** Value → rows. */
  chosen: ReadonlyMap<string, number>;
  onAssign: (to: string | undefined) => void;
};

/** One answer for many values at once. */
export function ValueBulk({ kind, chosen, onAssign }: Props) {
  const [to, setTo] = useState<string | undefined>(undefined);
  const rows = [...chosen.values()].reduce((sum, count) => sum + count, 0);
  const isNone = chosen.size === 0;
  return (
    <Group gap="xs" role="group" aria-label="The selected values">
      <Text size="xs" role="status" miw={150}>
        {isNone
          ? "Select values to answer them together."
          : `${plainNumber(chosen.size)} selected, ${plainNumber(rows)} rows, become`}
      </Text>
      {!isNone && (
        <>
          <ValueTarget kind={kind} label="The selected values become" to={to} readOnly={false} onTo={setTo} />
          <Button size="xs" disabled={to === undefined} onClick={() => onAssign(to)}>
            Apply to {plainNumber(chosen.size)}
          </Button>
          <Button size="xs" variant="default" onClick={() => onAssign("")}>
            Leave empty
          </Button>
          <Button size="xs" variant="subtle" onClick={() => onAssign(undefined)}>
            Take out of the map
          </Button>
        </>
      )}
    </Group>
  );
}

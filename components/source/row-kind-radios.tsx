import { Radio, SimpleGrid } from "@mantine/core";
import { type RowKind, rowKindLooks, rowKinds } from "./row-kinds.ts";

type Props = { value: RowKind | null; description: string; onChoose: (rowKind: RowKind) => void };

/** What does each row describe? */
export function RowKindRadios({ value, description, onChoose }: Props) {
  return (
    <Radio.Group
      label="What does each row describe?"
      description={description}
      size="xs"
      value={value}
      onChange={(next) => {
        const chosen = rowKinds.find((rowKind) => rowKind === next);
        if (chosen) onChoose(chosen);
      }}
    >
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} mt={6} spacing="md" verticalSpacing={6}>
        {rowKinds.map((rowKind) => (
          <Radio
            key={rowKind}
            size="xs"
            value={rowKind}
            label={rowKindLooks[rowKind].one}
            description={rowKindLooks[rowKind].hint}
          />
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}

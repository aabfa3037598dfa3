import { Box, Button, Card, Group, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { Catalogue } from "./catalogue.ts";
import { ConstantLines, newConstant } from "./constant-lines.tsx";
import type { Constant, Taker } from "./mapping-draft.ts";

type Props = {
  constants: Constant[];
  catalogue: Catalogue;
  taken: ReadonlyMap<string, Taker>;
  readOnly: boolean;
  onChange: (constants: Constant[]) => void;
};

/** Fields of the row's own record that have one value for the whole file; those of an associate stand with it. */
export function ConstantsSection({ constants, catalogue, taken, readOnly, onChange }: Props) {
  return (
    <Card component="section" aria-labelledby="constants-title">
      <Group justify="space-between" mb="xs">
        <Box flex="1 1 260px">
          <Title order={2} id="constants-title">
            The same for every row
          </Title>
          <Text size="xs" c="dimmed">
            For what the file does not say because it goes without saying, for example the country of a national book.
            {catalogue.associates.length > 0 && " What is the same for an associate stands in its own section above."}
          </Text>
        </Box>
        {!readOnly && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange([...constants, newConstant(undefined)])}
          >
            Add a value
          </Button>
        )}
      </Group>
      <ConstantLines
        constants={constants}
        of={undefined}
        catalogue={catalogue}
        taken={taken}
        readOnly={readOnly}
        onChange={onChange}
      />
    </Card>
  );
}

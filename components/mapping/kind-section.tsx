import { Alert, Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { useState } from "react";
import { holdsEntities } from "#lib/domain/file-kind.ts";
import type { Discriminator } from "#lib/domain/mapping.ts";
import { ColumnSelect } from "./column-select.tsx";
import { KindValues } from "./kind-values.tsx";
import type { MappingReply } from "./mapping-draft.ts";

type Props = {
  mapping: MappingReply;
  kindBy: Discriminator | undefined;
  readOnly: boolean;
  onChange: (kindBy: Discriminator | undefined) => void;
};

/** Whether rows are people or companies, and by which column they are told apart. Proposed with a reason, never chosen by itself. */
export function KindSection({ mapping, kindBy, readOnly, onChange }: Props) {
  const proposed = mapping.mixed?.kind ?? null;
  const isMixed = mapping.kind === "mixed";
  const [isAsked, ask] = useState(isMixed || kindBy !== undefined);
  const isOpen = isAsked || kindBy !== undefined;
  const choose = (column: number) =>
    onChange(proposed?.kindBy.column === column ? proposed.kindBy : { column, individual: [], company: [] });
  if (!holdsEntities(mapping.kind) || (readOnly && !kindBy)) return null;
  if (!isOpen && !proposed)
    return (
      <Group gap="xs">
        <Text size="sm" c="dimmed">
          Every row is read as {mapping.entityType === "company" ? "a company" : "a person"}.
        </Text>
        <Button size="compact-sm" variant="subtle" onClick={() => ask(true)}>
          It holds both people and companies
        </Button>
      </Group>
    );
  return (
    <Card component="section" aria-labelledby="kinds-title">
      <Stack gap="xs" align="flex-start">
        <div>
          <Title order={2} id="kinds-title">
            People and companies
          </Title>
          <Text size="xs" c="dimmed">
            {isOpen
              ? "The file holds both. One column says which is which, and each row gets the fields of its own kind."
              : `Every row is read as ${mapping.entityType === "company" ? "a company" : "a person"}.`}
          </Text>
        </div>
        {proposed && !kindBy && !readOnly && (
          <Alert icon={<IconUsersGroup aria-hidden />} title="This file seems to hold both" w="100%">
            <Stack gap="xs" align="flex-start">
              <Text size="sm">{proposed.reason}</Text>
              <Button size="xs" onClick={() => onChange(proposed.kindBy)}>
                Tell them apart by “{mapping.columns[proposed.kindBy.column]?.name}”
              </Button>
            </Stack>
          </Alert>
        )}
        {isOpen && (
          <Group align="flex-end" gap="sm">
            <ColumnSelect
              label="Column that tells them apart"
              readOnly={readOnly}
              w={300}
              maw="100%"
              columns={mapping.columns}
              value={kindBy?.column}
              onChange={choose}
            />
            {!readOnly && !isMixed && (
              <Button
                variant="default"
                onClick={() => {
                  ask(false);
                  onChange(undefined);
                }}
              >
                It holds one kind only
              </Button>
            )}
          </Group>
        )}
        {kindBy && (
          <KindValues
            key={kindBy.column}
            fileId={mapping.fileId}
            columnName={mapping.columns[kindBy.column]?.name ?? ""}
            kindBy={kindBy}
            readOnly={readOnly}
            onChange={onChange}
          />
        )}
      </Stack>
    </Card>
  );
}

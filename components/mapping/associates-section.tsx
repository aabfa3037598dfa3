import { Accordion, Button, Card, Group, Select, Text, Title } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useState } from "react";
import { linkLists } from "#lib/domain/link.ts";
import type { MappedAssociate } from "#lib/domain/mapping.ts";
import { linkListWords } from "#lib/domain/role-words.ts";
import { AssociateItem } from "./associate-item.tsx";
import type { Catalogue } from "./catalogue.ts";
import { withNewAssociate, withProposed } from "./family-draft.ts";
import type { Answer, Draft, MappingReply } from "./mapping-draft.ts";

type Props = {
  mapping: MappingReply;
  draft: Draft;
  catalogue: Catalogue;
  readOnly: boolean;
  onAnswer: (column: number, answer: Answer) => void;
  onDraft: (draft: Draft) => void;
};

/** More than these are folded together at first. */
const openAtOnce = 3;

/** Associates that stand beside their company in one row: each a section of its own, with the columns that are about it. */
export function AssociatesSection({ mapping, draft, catalogue, readOnly, onAnswer, onDraft }: Props) {
  const associates: readonly MappedAssociate[] = draft.associates ?? [];
  const [opened, setOpened] = useState(() =>
    associates.slice(0, associates.length > openAtOnce ? 1 : openAtOnce).map(({ of }) => String(of)),
  );
  const leftOut = mapping.associates.filter(({ of }) => !associates.some((each) => each.of === of));
  if (associates.length === 0 && readOnly) return null;
  return (
    <Card component="section" aria-labelledby="associates-title" padding={0}>
      <div style={{ padding: "var(--mantine-spacing-sm)" }}>
        <Title order={2} id="associates-title">
          Associates in the same row
        </Title>
        <Text size="xs" c="dimmed">
          {associates.length === 0
            ? "Directors, shareholders and others whose columns stand beside those of their company. None so far."
            : "Each is an associate of the company of its row. Where all its cells are empty, the row has none."}
        </Text>
      </div>
      <Accordion multiple value={opened} onChange={setOpened} order={3} variant="default">
        {associates.map((associate) => (
          <AssociateItem
            key={associate.of}
            associate={associate}
            mapping={mapping}
            draft={draft}
            catalogue={catalogue}
            isOpened={opened.includes(String(associate.of))}
            readOnly={readOnly}
            onAnswer={onAnswer}
            onDraft={onDraft}
          />
        ))}
      </Accordion>
      {!readOnly && (
        <Group gap="xs" p="sm">
          {leftOut.map(({ of, label }) => (
            <Button
              key={of}
              size="compact-sm"
              variant="default"
              leftSection={<IconArrowBackUp size={14} aria-hidden />}
              onClick={() => onDraft(withProposed(draft, mapping, of))}
            >
              Bring {label} back
            </Button>
          ))}
          <Select
            size="xs"
            aria-label="Add an associate"
            placeholder="Add an associate"
            value={null}
            data={linkLists.map((list) => ({ value: list, label: linkListWords[list].one }))}
            onChange={(value) => {
              const list = linkLists.find((each) => each === value);
              if (list) onDraft(withNewAssociate(draft, mapping, list));
            }}
          />
        </Group>
      )}
    </Card>
  );
}

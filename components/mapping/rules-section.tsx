import { Card, Stack, Text, Title } from "@mantine/core";
import type { JoinRule } from "#lib/domain/mapping.ts";
import type { Catalogue } from "./catalogue.ts";
import { sharedFields } from "./draft-rules.ts";
import { JoinRuleEditor } from "./join-rule-editor.tsx";
import type { Draft } from "./mapping-draft.ts";

type Props = { draft: Draft; catalogue: Catalogue; readOnly: boolean; onRule: (rule: JoinRule) => void };

/** Fields that several columns feed: in which order, joined or the first that is filled, shown on real rows. */
export function RulesSection({ draft, catalogue, readOnly, onRule }: Props) {
  const shared = sharedFields(draft);
  if (shared.length === 0) return null;
  return (
    <Card component="section" aria-labelledby="rules-title">
      <Title order={2} id="rules-title">
        Several columns, one field
      </Title>
      <Text size="xs" c="dimmed" mb="xs">
        The order counts: it is how the parts are written, or which column is asked first.
      </Text>
      <Stack gap="md">
        {shared.map((rule) => (
          <JoinRuleEditor
            key={rule.field}
            rule={rule}
            draft={draft}
            catalogue={catalogue}
            readOnly={readOnly}
            onRule={onRule}
          />
        ))}
      </Stack>
    </Card>
  );
}

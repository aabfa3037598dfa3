import { Alert, Button, Card, Checkbox, Group, Select, Stack, Text, Title } from "@mantine/core";
import { IconBooks, IconInfoCircle } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { Instant } from "#components/ui/instant.tsx";
import { useContract } from "#lib/client/queries.ts";
import type { ReplyOf } from "#lib/contracts/contract.ts";
import { findEarlierMappings } from "#lib/contracts/mapping-library.ts";
import type { MappingBody } from "#lib/domain/mapping.ts";
import { usedEarlier } from "#lib/stages/map/use-earlier.ts";
import { DriftReport, driftInAWord } from "./drift-report.tsx";
import { Sentences } from "./sentences.tsx";

type Offer = ReplyOf<typeof findEarlierMappings>["offers"][number];
/** An earlier mapping that a person took over for this file. */
export type Used = { title: string; savedVersionId: string | null; notTaken: string[] };

type Props = {
  fileId: string;
  columnNames: readonly string[];
  used: Used | null;
  onUse: (body: MappingBody, used: Used) => void;
  onDrop: () => void;
};

/** For a file that has no mapping yet: earlier mappings that suit it, and what is different here. Nothing is used before a person says so. */
export function EarlierOffer({ fileId, columnNames, used, onUse, onDrop }: Props) {
  const found = useContract(findEarlierMappings, { params: { fileId } }, { staleTime: 60_000 });
  const [at, setAt] = useState(0);
  if (used) return <Taken used={used} onDrop={onDrop} />;
  const offers = found.data?.offers ?? [];
  const offer = offers[at];
  // A file can be mapped without this: where it cannot be read, it is simply not offered.
  if (!offer) return null;
  return (
    <Card component="section" aria-labelledby="earlier-title">
      <Group justify="space-between" gap="sm" align="flex-end">
        <div>
          <Title order={2} id="earlier-title">
            <Group component="span" gap="xs">
              <IconBooks size={18} aria-hidden />
              An earlier mapping suits this file
            </Group>
          </Title>
          <Text size="sm">
            <b>{offer.title}</b>, by {offer.madeBy}, <Instant at={offer.madeAt} />
          </Text>
        </div>
        {offers.length > 1 && (
          <Select
            label="Earlier mapping"
            w={{ base: "100%", xs: 300 }}
            allowDeselect={false}
            value={String(at)}
            onChange={(value) => setAt(Number(value ?? 0))}
            data={offers.map(({ title }, place) => ({ value: String(place), label: title }))}
          />
        )}
      </Group>
      <OneOffer key={at} offer={offer} columnNames={columnNames} onUse={onUse} />
    </Card>
  );
}

function OneOffer({ offer, columnNames, onUse }: { offer: Offer } & Pick<Props, "columnNames" | "onUse">) {
  const { portable, drift, title, savedVersionId } = offer;
  const [agreed, setAgreed] = useState(() => drift.renamed.filter(({ isLikely }) => isLikely).map(({ key }) => key));
  const use = () => {
    const renamed = drift.renamed.filter(({ key }) => agreed.includes(key));
    const { body, notTaken } = usedEarlier(portable, columnNames, renamed, drift.datesToChoose);
    onUse(body, { title, savedVersionId, notTaken });
  };
  return (
    <Stack gap="sm" mt="sm">
      <Text role="status">{driftInAWord(drift)}</Text>
      {drift.renamed.length > 0 && (
        <Checkbox.Group label="Probably called otherwise now" value={agreed} onChange={setAgreed}>
          <Stack gap={6} mt={4}>
            {drift.renamed.map(({ key, words, name, reason }) => (
              <Checkbox key={key} value={key} label={`${words} is “${name}” now`} description={reason} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <DriftReport drift={drift} />
      <Group gap="sm">
        <Button onClick={use}>Use it</Button>
        <Text size="xs" c="dimmed" flex="1 1 240px">
          Takes what fits into the columns below, in place of what stands there. New columns stay open. Nothing is saved
          until you save.
        </Text>
      </Group>
    </Stack>
  );
}

function Taken({ used, onDrop }: { used: Used; onDrop: () => void }) {
  const note = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone: the keyboard goes on from here, and a screen reader reads it.
  useEffect(() => note.current?.focus(), []);
  return (
    <Alert
      ref={note}
      tabIndex={-1}
      color="blue"
      icon={<IconInfoCircle aria-hidden />}
      title={`Taken from ${used.title}`}
    >
      <Stack gap="xs" align="flex-start">
        {used.notTaken.length === 0 ? (
          <Text size="sm">All of it fits. Answer the columns that are open, and save.</Text>
        ) : (
          <>
            <Text size="sm">All but this, which this file cannot take:</Text>
            <Sentences sentences={used.notTaken} what="Not taken" />
          </>
        )}
        <Button size="xs" variant="default" onClick={onDrop}>
          Drop it, back to the suggestions
        </Button>
      </Stack>
    </Alert>
  );
}

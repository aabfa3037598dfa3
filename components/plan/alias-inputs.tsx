"use client";
import { SimpleGrid, TextInput } from "@mantine/core";
import type { PlanDraft } from "./plan-draft.ts";

type AliasField = "productAliasIndividual" | "productAliasCompany";
type Props = {
  draft: PlanDraft;
  onChange: (part: Partial<PlanDraft>) => void;
  fields: Record<string, string>;
  ready: { individual: number; company: number };
  disabled: boolean;
};

const aliasFields: readonly { field: AliasField; type: "individual" | "company"; label: string; example: string }[] = [
  {
    field: "productAliasIndividual",
    type: "individual",
    label: "Product alias for people",
    example: "individual_onboarding",
  },
  {
    field: "productAliasCompany",
    type: "company",
    label: "Product alias for companies",
    example: "company_onboarding",
  },
];

/** The product each kind of client applies to; asked only for the kinds this book has. */
export function AliasInputs({ draft, onChange, fields, ready, disabled }: Props) {
  const nobodyIsReady = ready.individual + ready.company === 0;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      {aliasFields
        .filter(({ field, type }) => nobodyIsReady || ready[type] > 0 || draft[field] !== "")
        .map(({ field, label, example }) => (
          <TextInput
            key={field}
            label={label}
            description="As written in Passfort's product settings. Left empty, profiles are created without an application."
            placeholder={`For example ${example}`}
            value={draft[field]}
            onChange={(event) => onChange({ [field]: event.currentTarget.value })}
            error={fields[field]}
            disabled={disabled}
            spellCheck={false}
            autoComplete="off"
          />
        ))}
    </SimpleGrid>
  );
}

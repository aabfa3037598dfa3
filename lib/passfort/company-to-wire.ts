import type { Company } from "../domain/entity.ts";
import { ownershipTypeOf } from "../domain/ownership-type.ts";
import { addressRequest, saysMore } from "./address-to-wire.ts";
import { filled, group, isBlank } from "./blank-parts.ts";
import type { CompanyData } from "./wire/entity-data.ts";

type Metadata = NonNullable<CompanyData["metadata"]>;

/** A company as Passfort takes it (API contract §3.4). */
export function companyData(company: Company): CompanyData {
  return filled({
    entity_type: "COMPANY",
    customer_ref: company.reference,
    // The guide names this key for companies, everything else the other one: send both (API contract §11 row 1).
    customer_reference: company.reference,
    metadata: group<Metadata>({
      number: company.number,
      name: company.name,
      country_of_incorporation: company.countryOfIncorporation,
      state_of_incorporation: company.stateOfIncorporation,
      incorporation_date: company.incorporationDate,
      jurisdiction: company.jurisdiction,
      registry: company.registry,
      lei: company.lei,
      isin: company.isin,
      bvd_id: company.bvdId,
      bvd9: company.bvd9,
      uk_charity_commission_number: company.ukCharityNumber,
      tax_ids: taxIds(company),
      previous_names: previousNames(company),
      company_type: company.companyType,
      company_type_description: company.companyTypeDescription,
      structured_company_type: group({
        is_public: flag(company.isPublic),
        is_limited: flag(company.isLimited),
        ownership_type: ownershipTypeOf(company.ownershipType ?? ""),
      }),
      is_active: flag(company.isActive),
      description: company.description,
      number_of_employees: isBlank(company.employees) ? undefined : Number(company.employees),
      sic_codes: some([group({ code: company.sicCode, description: company.sicDescription })]),
      areas_of_activity: isBlank(company.areaOfActivity) ? undefined : [{ location: company.areaOfActivity ?? "" }],
      contact_details: group({ email: company.email, phone_number: company.phone, url: company.website }),
      addresses: addresses(company),
    }),
  });
}

const flag = (answer: "yes" | "no" | undefined): boolean | undefined => (answer ? answer === "yes" : undefined);

function some<T>(entries: readonly (T | undefined)[]): T[] | undefined {
  const known = entries.filter((entry) => entry !== undefined);
  return known.length > 0 ? known : undefined;
}

const taxIds = ({ vatNumber, euVatNumber, ein }: Company): Metadata["tax_ids"] =>
  some([taxId("VAT", vatNumber), taxId("EUROVAT", euVatNumber), taxId("EIN", ein)]);

const taxId = (tax_id_type: "VAT" | "EUROVAT" | "EIN", value: string | undefined) =>
  isBlank(value) ? undefined : { tax_id_type, value: value ?? "" };

const previousNames = ({ previousName, previousName2 }: Company): Metadata["previous_names"] =>
  some(
    [previousName, previousName2].map((previous) =>
      isBlank(previous?.name)
        ? undefined
        : filled({ name: previous?.name ?? "", start: previous?.start, end: previous?.end }),
    ),
  );

function addresses(company: Company): Metadata["addresses"] {
  const registered = addressRequest(company.address);
  const others = (
    [
      ["head_office_address", company.headOffice],
      ["contact_address", company.contactAddress],
      ["branch_address", company.branch],
    ] as const
  ).map(([type, each]) => {
    const address = saysMore(each) ? addressRequest(each) : undefined;
    return address && { type, address };
  });
  return some([registered && { type: "registered_address" as const, address: registered }, ...others]);
}

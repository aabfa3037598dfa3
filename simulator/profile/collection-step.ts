/** Data that is asked for. A `DOCUMENT` step also says `category` and `allowed_types`; a `DOB` step may say `precision`. */
export type CollectionStep = {
  collection_type: "FULL_NAME" | "DOB" | "ADDRESS_HISTORY" | "NATIONALITY" | "DOCUMENT" | "EMAIL" | "PHONE_NUMBER";
} & Record<string, unknown>;

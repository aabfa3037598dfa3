/**
 * A field of a client that does not stand in Passfort as it was sent: its key in the catalogue, or its place in Passfort where it is no field of
 * its own. Never a value.
 */
export type FieldDifference = { field: string; what: "missing" | "other" };

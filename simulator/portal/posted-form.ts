import { HTTPException } from "hono/http-exception";

/** The fields of a posted form, as the texts that they are. */
export type PostedForm = {
  /** Undefined when the form has no such field. */
  textOf(name: string): string | undefined;
  textsOf(name: string): string[];
};

export async function readForm(request: { formData(): Promise<FormData> }): Promise<PostedForm> {
  const form = await request.formData().catch((cause: unknown) => {
    throw new HTTPException(400, { message: "What was sent is not a form.", cause });
  });
  const textsOf = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  return { textsOf, textOf: (name) => textsOf(name)[0] };
}

/** A number from a field; undefined when it was left empty. What is no number becomes NaN, which no shape accepts. */
export function numberOf(form: PostedForm, name: string): number | undefined {
  const text = form.textOf(name)?.trim() ?? "";
  return text === "" ? undefined : Number(text);
}

/** A text from a field; undefined when it was left empty. */
export function filledOf(form: PostedForm, name: string): string | undefined {
  return form.textOf(name)?.trim() || undefined;
}

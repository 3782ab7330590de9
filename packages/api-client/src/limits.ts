export type FieldLimits = {
  required?: boolean;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  enum?: string[];
};

type Schema = {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  enum?: unknown[];
  minLength?: number;
  maxLength?: number;
  pattern?: string;
};

type Operation = { operationId?: string; requestBody?: { content?: Record<string, { schema?: Schema }> } };
type Document = {
  paths?: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
};

/** Limits of the fields of every JSON body, by `METHOD path`: what forms check before the service does. */
export function limitsOf(document: Document): Record<string, Record<string, FieldLimits>> {
  const found: Record<string, Record<string, FieldLimits>> = {};
  for (const [path, operations] of Object.entries(document.paths ?? {}))
    for (const [method, operation] of Object.entries(operations)) {
      const body = resolve(document, operation.requestBody?.content?.['application/json']?.schema);
      if (!body?.properties) continue;
      found[`${method.toUpperCase()} ${path}`] = Object.fromEntries(
        Object.entries(body.properties).map(([name, schema]) => [
          name,
          fieldLimits(resolve(document, schema) ?? {}, body.required?.includes(name) ?? false),
        ]),
      );
    }
  return found;
}

function fieldLimits(schema: Schema, required: boolean): FieldLimits {
  const choices = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  const text = choices.find((choice) => choice.type === 'string' || choice.enum || choice.pattern) ?? schema;
  const values = text.enum?.filter((value) => typeof value === 'string');
  return {
    ...(required ? { required } : {}),
    ...(text.minLength ? { minLength: text.minLength } : {}),
    ...(text.maxLength ? { maxLength: text.maxLength } : {}),
    ...(text.pattern ? { pattern: text.pattern } : {}),
    ...(values?.length ? { enum: values } : {}),
  };
}

function resolve(document: Document, schema: Schema | undefined): Schema | undefined {
  const name = schema?.$ref?.split('/').at(-1);
  return name ? document.components?.schemas?.[name] : schema;
}

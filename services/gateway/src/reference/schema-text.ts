import type { OpenApiDocument } from './catalogue.ts';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: unknown;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly anyOf?: readonly unknown[];
  readonly oneOf?: readonly unknown[];
  readonly allOf?: readonly unknown[];
}

/** A JSON schema in the short form of a TypeScript type: `{ "name": string, "sex"?: "male" | "female" }`. */
export function schemaText(schema: unknown, document: OpenApiDocument, indent = '', depth = 0): string {
  if (typeof schema !== 'object' || schema === null) return 'unknown';
  const { $ref, ...own } = schema as Schema;
  if ($ref !== undefined) {
    const name = $ref.slice($ref.lastIndexOf('/') + 1);
    const target = document.components?.['schemas']?.[name];
    return depth > 6 || target === undefined ? name : schemaText(target, document, indent, depth + 1);
  }
  const choices = own.anyOf ?? own.oneOf;
  if (choices !== undefined)
    return choices.map((one) => schemaText(one, document, indent, depth + 1)).join(' | ');
  if (own.allOf !== undefined)
    return own.allOf.map((one) => schemaText(one, document, indent, depth + 1)).join(' & ');
  if (own.const !== undefined) return JSON.stringify(own.const);
  if (own.enum !== undefined) return own.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (own.properties !== undefined) return objectText(own, document, indent, depth);
  if (own.items !== undefined) {
    const item = schemaText(own.items, document, indent, depth + 1);
    return item.includes(' | ') && !item.startsWith('{') ? `(${item})[]` : `${item}[]`;
  }
  if (own.type === 'object' && typeof own.additionalProperties === 'object')
    return `{ [key]: ${schemaText(own.additionalProperties, document, indent, depth + 1)} }`;
  const types = own.type === undefined ? ['unknown'] : [own.type].flat();
  return types.map((type) => (own.format && type === 'string' ? own.format : type)).join(' | ');
}

function objectText(schema: Schema, document: OpenApiDocument, indent: string, depth: number): string {
  if (depth > 8) return '{ … }';
  const inner = `${indent}  `;
  const lines = Object.entries(schema.properties ?? {}).map(([name, value]) => {
    const optional = schema.required?.includes(name) ? '' : '?';
    return `${inner}${name}${optional}: ${schemaText(value, document, inner, depth + 1)}`;
  });
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`;
}

import { expect, it } from 'vitest';
import { limitsOf } from './limits.ts';

it('limits of a body come from its schema, through references and nullable forms', () => {
  const name = { type: 'string', minLength: 1, maxLength: 20 };
  const body = {
    properties: {
      name: { $ref: '#/components/schemas/Name' },
      theme: { anyOf: [{ enum: ['light', 'dark'] }, { type: 'null' }] },
    },
    required: ['name'],
  };
  const document = {
    paths: {
      '/api/x': { post: { requestBody: { content: { 'application/json': { schema: body } } } }, get: {} },
    },
    components: { schemas: { Name: name } },
  };
  expect(limitsOf(document)).toEqual({
    'POST /api/x': {
      name: { required: true, minLength: 1, maxLength: 20 },
      theme: { enum: ['light', 'dark'] },
    },
  });
});

import { createRoute, z } from '@hono/zod-openapi';
import { listSchema } from '@banyan/service-kit/list';
import { problemSchema } from '@banyan/service-kit/problem';
import { type Act, acts } from './transfer.ts';
import {
  actSchemas,
  applyGroupSchema,
  applySchema,
  destinationsQuery,
  letterQuery,
  listTransfersQuery,
} from './transfer-requests.ts';
import {
  destinationSchema,
  dueSchema,
  transferGroupSchema,
  transferListSchema,
  transferSchema,
} from './transfer-views.ts';

const path = '/api/archives/transfers';
const tags = ['transfers'];

function refusal(description: string) {
  return { description, content: { 'application/problem+json': { schema: problemSchema } } };
}
function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } };
}
function body<Schema extends z.ZodType>(schema: Schema, required = true) {
  return { required, content: { 'application/json': { schema } } };
}

const unusable = { 400: refusal('Values that cannot be used; `errors` names them.') };
const refused = {
  401: refusal('There is no session.'),
  403: refusal('The permission is held nowhere.'),
};
const refusedRecord = { ...refused, 404: refusal('Unknown, or out of scope.') };
const refusedChange = {
  ...unusable,
  ...refusedRecord,
  409: refusal('The transfer, or its person, does not allow it now; `state` says where it is.'),
};
const transferId = z.object({ id: z.uuid() });
const idempotent = z.object({
  'idempotency-key': z
    .string()
    .max(200)
    .optional()
    .openapi({ description: 'A repeated request changes nothing.' }),
});

export const listTransfersRoute = createRoute({
  method: 'get',
  path,
  operationId: 'listTransfers',
  tags,
  request: { query: listTransfersQuery },
  responses: {
    200: json(transferListSchema, 'What changed last comes first unless sorted otherwise.'),
    ...unusable,
    ...refused,
  },
});

export const showDueRoute = createRoute({
  method: 'get',
  path: `${path}/due`,
  operationId: 'showTransfersDue',
  tags,
  responses: { 200: json(dueSchema, 'How many transfers wait for the reader.'), ...refused },
});

export const listDestinationsRoute = createRoute({
  method: 'get',
  path: `${path}/destinations`,
  operationId: 'listTransferDestinations',
  tags,
  request: { query: destinationsQuery },
  responses: {
    200: json(
      listSchema(destinationSchema).openapi('TransferDestinations'),
      'Up to twenty branches of the enterprise.',
    ),
    ...unusable,
    ...refused,
  },
});

export const applyRoute = createRoute({
  method: 'post',
  path,
  operationId: 'applyForTransfer',
  tags,
  request: { headers: idempotent, body: body(applySchema) },
  responses: {
    201: json(transferSchema, 'Applied for; with `fromOutside`, ready to be received.'),
    ...refusedChange,
  },
});

export const showTransferRoute = createRoute({
  method: 'get',
  path: `${path}/{id}`,
  operationId: 'showTransfer',
  tags,
  request: { params: transferId },
  responses: {
    200: json(transferSchema, 'The transfer with its timeline, its version as ETag.'),
    ...refusedRecord,
  },
});

const names: Readonly<Record<Act, { readonly one: string; readonly group: string; readonly done: string }>> =
  {
    approve: {
      one: 'approveTransfer',
      group: 'approveTransferGroup',
      done: 'Approved; the letter is issued.',
    },
    reject: { one: 'rejectTransfer', group: 'rejectTransferGroup', done: 'Rejected; the person stays.' },
    receive: {
      one: 'receiveTransfer',
      group: 'receiveTransferGroup',
      done: 'Received; the person is on the roll here.',
    },
    cancel: { one: 'cancelTransfer', group: 'cancelTransferGroup', done: 'Cancelled; the person stays.' },
    resume: { one: 'resumeTransfer', group: 'resumeTransferGroup', done: 'A new letter is issued.' },
    receipt: { one: 'fileTransferReceipt', group: 'fileTransferGroupReceipt', done: 'The receipt is filed.' },
  };

export const actRoutes = acts.map((act) => ({
  act,
  one: createRoute({
    method: 'post',
    path: `${path}/{id}/${act}`,
    operationId: names[act].one,
    tags,
    request: { params: transferId, headers: idempotent, body: body(actSchemas[act], false) },
    responses: { 200: json(transferSchema, names[act].done), ...refusedChange },
  }),
  group: createRoute({
    method: 'post',
    path: `${path}/groups/{id}/${act}`,
    operationId: names[act].group,
    tags,
    request: { params: transferId, headers: idempotent, body: body(actSchemas[act], false) },
    responses: {
      200: json(
        transferGroupSchema,
        `For every transfer of the group that is open for it, or for none. ${names[act].done}`,
      ),
      ...refusedChange,
    },
  }),
}));

export const applyGroupRoute = createRoute({
  method: 'post',
  path: `${path}/groups`,
  operationId: 'applyForTransferGroup',
  tags,
  request: { headers: idempotent, body: body(applyGroupSchema) },
  responses: { 201: json(transferGroupSchema, 'Applied for everybody, or for nobody.'), ...refusedChange },
});

export const showGroupRoute = createRoute({
  method: 'get',
  path: `${path}/groups/{id}`,
  operationId: 'showTransferGroup',
  tags,
  request: { params: transferId },
  responses: {
    200: json(transferGroupSchema, 'The group and those of its transfers that the reader sees.'),
    ...refusedRecord,
  },
});

function letterRoute(format: 'docx' | 'pdf', type: string, operationId: string) {
  return createRoute({
    method: 'get',
    path: `${path}/{id}/letter.${format}`,
    operationId,
    tags,
    request: { params: transferId, query: letterQuery },
    responses: {
      200: {
        description: 'The letter in three parts: stub, letter, receipt. A4.',
        content: { [type]: { schema: z.string().openapi({ format: 'binary' }) } },
      },
      ...unusable,
      ...refusedRecord,
      409: refusal('There is no letter that holds, or held until the person was received.'),
    },
  });
}
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const pdfType = 'application/pdf';
export const letterDocxRoute = letterRoute('docx', docxType, 'printTransferLetterDocx');
export const letterPdfRoute = letterRoute('pdf', pdfType, 'printTransferLetterPdf');

import { createRoute, z } from '@hono/zod-openapi';
import {
  answer,
  idempotencyHeader,
  idParams,
  jsonBody,
  listAnswer,
  refusal,
  refusals,
} from '@banyan/service-kit/contract';
import { refusedUnmasking } from '../members/routes.ts';
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

const unusable = refusals(400);
const refused = refusals(401, 403);
const refusedRecord = refusals(401, 403, 404);
const refusedChange = {
  ...unusable,
  ...refusedRecord,
  409: refusal('The transfer, or its person, does not allow it now; `state` says where it is.'),
};

export const listTransfersRoute = createRoute({
  method: 'get',
  path,
  operationId: 'listTransfers',
  tags,
  request: { query: listTransfersQuery },
  responses: {
    200: answer(transferListSchema, 'What changed last comes first unless sorted otherwise.'),
    ...unusable,
    ...refused,
  },
});

export const showDueRoute = createRoute({
  method: 'get',
  path: `${path}/due`,
  operationId: 'showTransfersDue',
  tags,
  responses: { 200: answer(dueSchema, 'How many transfers wait for the reader.'), ...refused },
});

export const listDestinationsRoute = createRoute({
  method: 'get',
  path: `${path}/destinations`,
  operationId: 'listTransferDestinations',
  tags,
  request: { query: destinationsQuery },
  responses: {
    200: listAnswer(destinationSchema, 'TransferDestinations', 'Up to twenty branches of the enterprise.'),
    ...unusable,
    ...refused,
  },
});

export const applyRoute = createRoute({
  method: 'post',
  path,
  operationId: 'applyForTransfer',
  tags,
  request: { headers: idempotencyHeader, body: jsonBody(applySchema) },
  responses: {
    201: answer(transferSchema, 'Applied for; with `fromOutside`, ready to be received.'),
    ...refusedChange,
  },
});

export const showTransferRoute = createRoute({
  method: 'get',
  path: `${path}/{id}`,
  operationId: 'showTransfer',
  tags,
  request: { params: idParams },
  responses: {
    200: answer(transferSchema, 'The transfer with its timeline, its version as ETag.'),
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
    request: {
      params: idParams,
      headers: idempotencyHeader,
      body: { ...jsonBody(actSchemas[act]), required: false },
    },
    responses: { 200: answer(transferSchema, names[act].done), ...refusedChange },
  }),
  group: createRoute({
    method: 'post',
    path: `${path}/groups/{id}/${act}`,
    operationId: names[act].group,
    tags,
    request: {
      params: idParams,
      headers: idempotencyHeader,
      body: { ...jsonBody(actSchemas[act]), required: false },
    },
    responses: {
      200: answer(
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
  request: { headers: idempotencyHeader, body: jsonBody(applyGroupSchema) },
  responses: { 201: answer(transferGroupSchema, 'Applied for everybody, or for nobody.'), ...refusedChange },
});

export const showGroupRoute = createRoute({
  method: 'get',
  path: `${path}/groups/{id}`,
  operationId: 'showTransferGroup',
  tags,
  request: { params: idParams },
  responses: {
    200: answer(transferGroupSchema, 'The group and those of its transfers that the reader sees.'),
    ...refusedRecord,
  },
});

function letterRoute(format: 'docx' | 'pdf', type: string, operationId: string) {
  return createRoute({
    method: 'get',
    path: `${path}/{id}/letter.${format}`,
    operationId,
    tags,
    request: { params: idParams, query: letterQuery },
    responses: {
      200: {
        description: 'The letter in three parts: stub, letter, receipt. A4.',
        content: { [type]: { schema: z.string().openapi({ format: 'binary' }) } },
      },
      ...unusable,
      ...refusedRecord,
      409: refusal('There is no letter that holds, or held until the person was received.'),
      ...refusedUnmasking,
    },
  });
}
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const pdfType = 'application/pdf';
export const letterDocxRoute = letterRoute('docx', docxType, 'printTransferLetterDocx');
export const letterPdfRoute = letterRoute('pdf', pdfType, 'printTransferLetterPdf');

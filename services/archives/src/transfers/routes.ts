import { createRoute, z } from '@hono/zod-openapi';
import { stageSchema } from '@banyan/contracts/person';
import { listQueryShape, listSchema } from '@banyan/service-kit/list';
import { problemSchema } from '@banyan/service-kit/problem';
import { civilDay, memberFields, reasonText } from '../members/member-fields.ts';
import { defaultValidDays, maxGroupSize, maxValidDays } from './letter-rules.ts';
import { type Act, acts } from './transfer.ts';
import {
  destinationSchema,
  dueSchema,
  duesMonth,
  duties,
  transferGroupSchema,
  transferListSchema,
  transferSchema,
  transferStateSchema,
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

export const listTransfersQuery = z.object({
  ...listQueryShape,
  direction: z.enum(['in', 'out', 'within', 'all']).default('all').openapi({
    description: 'Into my scope, out of it, with both ends in it. `node` narrows the scope first.',
  }),
  state: transferStateSchema.optional(),
  q: z
    .string()
    .trim()
    .max(60)
    .optional()
    .openapi({ description: 'Beginning of a name, its pinyin or initials; or the number of a letter.' }),
  overdue: z.stringbool().optional().openapi({
    type: 'boolean',
    description: 'Letters whose last day has passed without a receipt; `false` leaves them out.',
  }),
  due: z.enum(duties).optional().openapi({ description: 'What waits for me, as `GET …/due` counts it.' }),
  memberId: z.uuid().optional(),
  groupId: z.uuid().optional(),
  sort: z.enum(['-updatedAt', 'updatedAt', 'expiresOn', '-expiresOn', 'name', '-name']).default('-updatedAt'),
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

export const destinationsQuery = z.object({
  q: z
    .string()
    .trim()
    .max(60)
    .default('')
    .openapi({ description: 'Part of the name of a branch or of what is above it.' }),
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

const outsideName = memberFields.name.max(200);
const outside = z
  .strictObject({
    name: outsideName.openapi({ description: 'The organization that is to receive the person.' }),
    address: outsideName.nullable().default(null),
  })
  .openapi('OutsideOrganization');
const outsideLetter = z
  .strictObject({
    name: outsideName.openapi({ description: 'The organization that issued the letter.' }),
    address: outsideName.nullable().default(null),
    letterNumber: outsideName,
    issuedOn: civilDay,
    expiresOn: civilDay,
  })
  .openapi('OutsideLetter');
export const arrivingPersonSchema = z
  .strictObject({
    ...z.strictObject(memberFields).partial().omit({ sectionId: true }).shape,
    name: memberFields.name,
    stage: stageSchema,
  })
  .openapi('ArrivingPerson');

const terms = {
  reason: reasonText,
  duesPaidThrough: duesMonth
    .nullable()
    .default(null)
    .openapi({ description: 'The last month for which dues were paid.' }),
  validDays: z
    .number()
    .int()
    .min(1)
    .max(maxValidDays)
    .default(defaultValidDays)
    .openapi({ description: 'Days for which the letter holds, set case by case.' }),
};

export const applySchema = z
  .strictObject({
    memberId: z
      .uuid()
      .optional()
      .openapi({ description: 'Who is to be transferred; not with `fromOutside`.' }),
    toOrganizationId: z.uuid().optional().openapi({
      description: 'A branch or joint branch, anywhere in the enterprise; not with `toOutside`.',
    }),
    toOutside: outside.optional(),
    fromOutside: outsideLetter
      .optional()
      .openapi({ description: 'The letter that somebody from outside brought.' }),
    person: arrivingPersonSchema.optional().openapi({ description: 'Who came; with `fromOutside` only.' }),
    ...terms,
  })
  .openapi('NewTransfer');
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

const note = reasonText.nullable().default(null);
const noted = { note };
const issuing = { note, validDays: z.number().int().min(1).max(maxValidDays).optional() };
const arrival = {
  note,
  receivedOn: civilDay.optional().openapi({ description: 'As the receipt says; today without it.' }),
};

/** Bodies of the acts; each may be left out. */
export const actSchemas = {
  approve: z.strictObject(issuing).openapi('TransferApproval'),
  reject: z.strictObject(noted).openapi('TransferRejection'),
  receive: z.strictObject(noted).openapi('TransferReception'),
  cancel: z.strictObject(noted).openapi('TransferCancellation'),
  resume: z.strictObject(issuing).openapi('TransferResumption'),
  receipt: z.strictObject(arrival).openapi('TransferReceipt'),
} as const satisfies Record<Act, z.ZodType>;

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

export const applyGroupSchema = z
  .strictObject({
    memberIds: z.array(z.uuid()).min(1).max(maxGroupSize).optional(),
    fromOrganizationId: z
      .uuid()
      .optional()
      .openapi({ description: 'Everybody who is active in this branch; instead of `memberIds`.' }),
    toOrganizationId: z.uuid(),
    ...terms,
  })
  .openapi('NewTransferGroup');
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

export const letterQuery = z.object({
  idNumber: z.enum(['masked', 'plain']).default('masked').openapi({
    description: '`plain` needs the permission to read it, and leaves a row on the audit trail.',
  }),
  reason: reasonText.optional().openapi({ description: 'Why the number is needed in plain.' }),
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

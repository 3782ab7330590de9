import { AppError, forbidden, notFound } from '@banyan/service-kit/error';
import { type AppContext, authorize, parseQuery } from '@banyan/service-kit/http-app';
import { refuseSource } from '@banyan/service-kit/request-source';
import type { OrganizationTree } from '@banyan/service-kit/organization-tree';
import { narrowToPerson, type Scope } from '@banyan/service-kit/scope';
import type { Deps } from '../deps.ts';
import { withinUnmaskBudget } from '../members/within-unmask-budget.ts';
import { placeOf } from './find-transfer.ts';
import { ageOn, letterParts, type LetterValues } from './letter-parts.ts';
import { docxType, pdfType } from './routes.ts';
import { letterQuery } from './transfer-requests.ts';
import { stateOn } from './transfer.ts';
import { holdsTransfer, isPrintable, mayPrintPlain, transferReach } from './transfer-policy.ts';
import { type PlacedTransfer, selectTransfer } from './transfer-table.ts';
import { namePath } from './view-transfer.ts';

/** The letter to be printed and sealed. Its ID number is masked, or in plain for who may read it and leaves a trace. */
export async function printLetter(deps: Deps, c: AppContext, format: 'docx' | 'pdf'): Promise<Response> {
  const { kit } = deps;
  const scope = await authorize(kit, c, 'archives.transfer.read');
  const tree = kit.tree();
  const place = await placeOf(deps, scope, c.req.param('id') as string);
  if (!holdsTransfer(scope, tree, place)) throw notFound();
  const { idNumber, reason } = parseQuery(c, letterQuery);
  const row = await loadLetter(deps, narrowToPerson(scope, place.memberId), place.id);
  const plain = idNumber === 'plain';
  if (plain) {
    if (!mayPrintPlain(transferReach(kit.authorizer, tree, scope.actor), row.home)) throw forbidden();
    refuseSource(c, 'unproven');
    await auditPlain(deps, scope, row, reason ?? null);
  }
  const title = `组织关系介绍信 ${row.letterNumber} ${row.name}`;
  const parts = letterParts(valuesOf(deps, tree, row, plain));
  const file = await fileOf(format, parts, title);
  return new Response(new Uint8Array(file), {
    headers: {
      'content-type': format === 'pdf' ? pdfType : docxType,
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="letter-${row.letterNumber}.${format}"; filename*=UTF-8''${encodeURIComponent(`${title}.${format}`)}`,
    },
  });
}

/** What writes a format comes with the first letter in it: much memory for a service at rest. */
async function fileOf(
  format: 'docx' | 'pdf',
  parts: ReturnType<typeof letterParts>,
  title: string,
): Promise<Uint8Array> {
  if (format === 'pdf') return (await import('./letter-pdf.ts')).letterPdf(parts, title);
  return (await import('./letter-docx.ts')).letterDocx(parts, title);
}

async function loadLetter({ kit }: Deps, scope: Scope, id: string): Promise<PlacedTransfer> {
  const row = await kit.database.read(scope, (tx) => selectTransfer(tx, id));
  if (row === undefined) throw notFound();
  const state = stateOn(row, kit.clock.today());
  if (isPrintable(row.kind, state) && row.letterNumber !== null) return row;
  throw new AppError('conflict', 'archives.transfer-no-letter', 'There is no letter to print.', {
    detail:
      row.kind === 'in'
        ? 'The letter was issued outside.'
        : 'A letter is printed once it is issued, and no more when it has ended or was taken back.',
    extensions: { state },
  });
}

async function auditPlain(
  deps: Deps,
  scope: Scope,
  row: PlacedTransfer,
  reason: string | null,
): Promise<void> {
  const act = {
    action: 'archives.transfer.print',
    entity: 'transfer',
    subjectId: row.id,
    organizationId: row.home,
    reason,
  } as const;
  await withinUnmaskBudget(deps, narrowToPerson(scope, row.memberId), act, async (tx) =>
    tx.audit({ ...act, fields: ['idNumber'], version: row.version }),
  );
}

function valuesOf(
  { sealer }: Deps,
  tree: OrganizationTree,
  row: PlacedTransfer,
  plain: boolean,
): LetterValues {
  const { memberId, idNumber: sealed, person, fromOrganizationId: from, toOrganizationId: to, outside } = row;
  const issuedOn = row.issuedOn as string;
  const shown = (bytes: Buffer): string =>
    plain ? sealer.open(memberId, 'idNumber', bytes) : sealer.mask(memberId, 'idNumber', bytes);
  return {
    number: row.letterNumber as string,
    name: row.name,
    sex: person.sex,
    age: ageOn(person.bornOn, issuedOn),
    ethnicity: person.ethnicity,
    stage: person.stage,
    idNumber: sealed === null ? null : shown(sealed),
    from: fullName(tree, from) ?? outside?.name ?? '',
    to: fullName(tree, to) ?? outside?.name ?? '',
    sender: committeeName(tree, from) ?? outside?.name ?? '',
    receiver: committeeName(tree, to) ?? outside?.name ?? '',
    duesPaidThrough: row.duesPaidThrough,
    validDays: row.validDays,
    issuedOn,
    receivedOn: row.receivedOn,
  };
}

/** 采油一厂党委采油一队党支部: names as they follow one another on paper. */
function fullName(tree: OrganizationTree, id: string | null): string | null {
  return id === null ? null : namePath(tree, id).replaceAll(' / ', '');
}

/** The committee above a branch: the receipt goes between the two at the ends. */
function committeeName(tree: OrganizationTree, id: string | null): string | null {
  if (id === null) return null;
  for (let node = tree.get(id); node !== undefined; node = tree.get(node.parentId ?? ''))
    if (node.type === 'committee' || node.parentId === null) return node.name;
  return null;
}

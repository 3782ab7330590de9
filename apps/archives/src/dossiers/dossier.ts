import type { ArchivesSchemas } from '@banyan/api-client/archives';
import type { StateShape, StateTone } from '@banyan/ui-kit';

export type Dossier = ArchivesSchemas['Dossier'];
export type DossierItem = Dossier['items'][number];
export type DossierFile = ArchivesSchemas['DossierFile'];
export type DossierGap = ArchivesSchemas['DossierGap'];
export type BranchDossiers = ArchivesSchemas['BranchDossiers'];
export type DossierExtra = ArchivesSchemas['DossierExtra'];
export type ItemState = DossierItem['state'];
export type Mark = NonNullable<DossierItem['mark']>;
/** An upload that the service holds in part. */
export type OpenUpload = Dossier['uploads'][number];

export const nationalItems = [
  'application',
  'cultivation',
  'political-review',
  'admission-form',
  'full-application',
  'other',
] as const;
export type NationalItem = (typeof nationalItems)[number];

export function isNational(item: string): item is NationalItem {
  return (nationalItems as readonly string[]).includes(item);
}

/** How an item reads: what is not asked for yet, or never, is no gap. */
export type ItemLook = ItemState | 'later' | 'optional';

export const stateLooks: Record<ItemLook, { shape: StateShape; tone: StateTone }> = {
  missing: { shape: 'cross', tone: 'bad' },
  partial: { shape: 'diamond', tone: 'notice' },
  complete: { shape: 'dot', tone: 'good' },
  'not-needed': { shape: 'bar', tone: 'quiet' },
  later: { shape: 'ring', tone: 'quiet' },
  optional: { shape: 'ring', tone: 'quiet' },
};

export function lookOf({ state, due, dueFrom }: Pick<DossierItem, 'state' | 'due' | 'dueFrom'>): ItemLook {
  if (state !== 'missing' || due) return state;
  return dueFrom === null ? 'optional' : 'later';
}

/** By which a person's file is known again, also after a reload: nothing of its content. */
export function fingerprintOf(file: Pick<File, 'name' | 'size' | 'lastModified'>): string {
  return `${file.lastModified}-${file.size}-${file.name}`.slice(0, 200);
}

/** The upload that this file would go on with. */
export function findOpenUpload(
  uploads: readonly OpenUpload[],
  item: string,
  file: Pick<File, 'name' | 'size' | 'lastModified'>,
): OpenUpload | undefined {
  const fingerprint = fingerprintOf(file);
  return uploads.find((upload) => upload.item === item && upload.fingerprint === fingerprint);
}

/** `1.4 MB` in both languages. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const units = ['KB', 'MB', 'GB'];
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

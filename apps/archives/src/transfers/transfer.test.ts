import { describe, expect, it } from 'vitest';
import { daysUntil } from '../RelativeDay.tsx';
import { exampleLetter, exampleTransfer } from './example-transfer.ts';
import { reachedStep, stepsOf, type TransferKind, transferStates } from './transfer.ts';
import { effectText, entitledText, waitingText } from './transfer-sentences.ts';
import { transferActTexts } from './act-texts.ts';
import { transferRecordTexts } from './record-texts.ts';
import { acts } from './transfer.ts';

const kinds: TransferKind[] = ['within', 'out', 'in'];

describe('the way of a transfer', () => {
  it.each([
    ['within', 'applied', null, 0],
    ['within', 'received', exampleLetter, 2],
    ['within', 'expired', exampleLetter, 1],
    ['within', 'rejected', null, 0],
    ['within', 'cancelled', exampleLetter, 1],
    ['out', 'closed', exampleLetter, 2],
    ['in', 'expired', exampleLetter, 0],
  ] as const)('%s and %s stands at its step', (kind, state, letter, step) => {
    expect(reachedStep({ kind, state, letter })).toBe(step);
  });

  it('begins with the letter where it comes from outside', () => {
    expect(stepsOf('in')).not.toContain('applied');
  });
});

describe('what is said of a transfer', () => {
  const texts = {
    'zh-CN': { ...transferRecordTexts['zh-CN'], ...transferActTexts['zh-CN'] },
    'en-US': { ...transferRecordTexts['en-US'], ...transferActTexts['en-US'] },
  };
  const said = new Set<string>();
  const t = (key: string) => {
    said.add(key);
    return texts['zh-CN'][key as 'done'] ?? '';
  };

  it('has words for every state and act of every kind', () => {
    for (const kind of kinds)
      for (const state of transferStates) {
        const transfer = { ...exampleTransfer, kind, state };
        expect(waitingText(t, transfer)).not.toBe('');
        for (const act of acts) {
          expect(effectText(t, transfer, act)).not.toBe('');
          expect(entitledText(t, transfer, act)).not.toBe('');
        }
      }
    expect([...said].filter((key) => !(key in texts['en-US']))).toEqual([]);
  });
});

describe('days to a deadline', () => {
  it.each([
    ['2026-11-23', 0],
    ['2026-11-24', 1],
    ['2026-11-20', -3],
    ['2027-11-23', 365],
  ])('to %s are %i', (date, days) => {
    expect(daysUntil(date, new Date(2026, 10, 23, 23, 30))).toBe(days);
  });
});

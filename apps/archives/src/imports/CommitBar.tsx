import { useText } from '@banyan/ui-kit';
import { Button, Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Import } from './import.ts';
import { commitImport } from './queries.ts';
import { RefusedAct } from './RefusedAct.tsx';
import { useAct } from './use-act.ts';
import { wizardTexts } from './wizard-texts.ts';

/** The one act: what it will do in numbers, and for wrong rows an explicit yes to leaving them out. */
export function CommitBar({ shown, back }: { shown: Import; back: ReactNode }) {
  const t = useText(wizardTexts);
  const act = useAct(shown.id);
  const [skip, setSkip] = useState(false);
  const { added, updated, unchanged, invalid, id } = shown;
  const nothing = added + updated === 0;
  const mayCommit = shown.abilities.includes('commit');
  return (
    <div className="imports-commit">
      <RefusedAct problem={act.problem} />
      <p className="imports-summary">
        <strong>{t('summary', { added, updated, unchanged })}</strong>
        {invalid > 0 && <span className="imports-error">{t('summaryWrong', { invalid })}</span>}
      </p>
      {invalid > 0 && mayCommit && (
        <Checkbox checked={skip} onChange={(event) => setSkip(event.target.checked)}>
          {t('skip', { count: invalid })}
        </Checkbox>
      )}
      <div className="imports-ways">
        {back}
        {mayCommit && (
          <Button
            type="primary"
            loading={act.busy}
            disabled={nothing || (invalid > 0 && !skip)}
            onClick={() => void act.run((key) => commitImport(id, invalid > 0, key))}
          >
            {t('commit')}
          </Button>
        )}
        <span className="by-third">{t(nothing ? 'commitNothing' : 'commitHint')}</span>
      </div>
    </div>
  );
}

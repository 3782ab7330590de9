import { useText } from '@banyan/ui-kit';
import { Tooltip } from 'antd';
import type { RegisterRule } from './register.ts';
import { registerTexts } from './register-texts.ts';

/** The regulation and article behind a deadline; on hover rule and source, and where the article is not compared yet. */
export function RuleText({ rule }: { rule: RegisterRule }) {
  const t = useText(registerTexts);
  const detail = [
    rule.id,
    rule.ruleSet,
    rule.from === '–' ? null : t('since', { from: rule.from }),
    rule.source,
    rule.article === null ? t('articleOpen') : null,
  ];
  return (
    <Tooltip title={detail.filter(Boolean).join(' · ')}>
      <span className="archives-rule" tabIndex={0}>
        《{rule.regulation}》{rule.article}
      </span>
    </Tooltip>
  );
}

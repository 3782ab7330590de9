import { AppLink, PersonalData, useText } from '@banyan/ui-kit';
import { LeftOutlined } from '@ant-design/icons';
import { useParams } from 'react-router';
import '../archives.css';
import { floatingTexts } from './floating-texts.ts';
import { FloatingRecord } from './FloatingRecord.tsx';
import { lostTexts } from './lost-texts.ts';
import { LostRecord } from './LostRecord.tsx';
import { useFloating } from './queries.ts';

/** A floating entry as a page of its own, with the way back to the register that it is in. */
export function FloatingRecordPage() {
  const { id = '' } = useParams();
  const t = useText(floatingTexts);
  const direction = useFloating(id).data?.direction ?? 'out';
  const kind = direction === 'out' ? 'outflow' : 'inflow';
  return (
    <PersonalData>
      <AppLink to={`/archives/registers/${kind}`} className="archives-back">
        <LeftOutlined aria-hidden /> {t(`${kind}Title`)}
      </AppLink>
      <FloatingRecord key={id} id={id} />
    </PersonalData>
  );
}

/** Somebody out of contact as a page of its own. */
export function LostRecordPage() {
  const { id = '' } = useParams();
  const t = useText(lostTexts);
  return (
    <PersonalData>
      <AppLink to="/archives/registers/out-of-contact" className="archives-back">
        <LeftOutlined aria-hidden /> {t('lostTitle')}
      </AppLink>
      <LostRecord key={id} id={id} />
    </PersonalData>
  );
}

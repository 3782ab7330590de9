import {
  AppLink,
  nodesBelow,
  PageHeader,
  roleName,
  useActor,
  useLocale,
  useNode,
  useOrganizations,
  useText,
} from '@banyan/ui-kit';
import type { DeskCard } from '@banyan/ui-kit/remote';
import { Skeleton } from 'antd';
import { type ComponentType, lazy, Suspense } from 'react';
import { useCurrentOrganization } from '../layout/OrganizationSwitcher.tsx';
import { scopeText } from '../profile/ProfilePage.tsx';
import { PageBoundary } from '../remotes/PageBoundary.tsx';
import { useOffer } from '../remotes/use-remotes.ts';
import { organizationTypes, shellTexts } from '../texts.ts';

/** A modest desk: what I see, what the domains have to say, where I can go. Every figure is counted. */
export function HomePage() {
  const t = useText(shellTexts);
  const actor = useActor();
  const locale = useLocale();
  const offer = useOffer();
  const { current } = useCurrentOrganization();
  const today = new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(new Date());
  return (
    <>
      <PageHeader
        title={t('greeting', { name: actor.displayName })}
        facts={[today, current?.name].filter(Boolean).join(' · ')}
      />
      <div className="sh-desk">
        <div>
          {offer.desk.map((card) => (
            <PageBoundary key={card.id} fallback={() => null}>
              <Suspense fallback={<CardLoading />}>
                <DeskPart card={card} />
              </Suspense>
            </PageBoundary>
          ))}
          <ScopeCard />
        </div>
        <div>
          <LinksCard />
          <RolesCard />
        </div>
      </div>
      {!offer.loading && offer.menu.length === 0 && <p className="by-card sh-message">{t('nothingHere')}</p>}
    </>
  );
}

const parts = new Map<DeskCard, ComponentType>();

function DeskPart({ card }: { card: DeskCard }) {
  const Part = parts.get(card) ?? lazy(card.load);
  parts.set(card, Part);
  return <Part />;
}

function CardLoading() {
  return (
    <section className="by-card sh-card-loading">
      <Skeleton active />
    </section>
  );
}

function ScopeCard() {
  const t = useText(shellTexts);
  const locale = useLocale();
  const node = useNode();
  const { tree } = useOrganizations();
  if (!tree || tree.items.length === 0) return null;
  const nodes = nodesBelow(tree, node);
  const types = Object.entries(organizationTypes[locale])
    .map(([type, label]) => ({ label, count: nodes.filter((item) => item.type === type).length }))
    .filter(({ count }) => count > 0);
  return (
    <section className="by-card sh-card">
      <h2>
        {t('scopeCard')} <small>{t('scopeCardFacts', { count: nodes.length })}</small>
      </h2>
      <dl className="sh-counts">
        {types.map(({ label, count }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{new Intl.NumberFormat(locale).format(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function LinksCard() {
  const t = useText(shellTexts);
  const locale = useLocale();
  const { menu, commands } = useOffer();
  if (menu.length === 0) return null;
  const entries = [...menu, ...commands.filter(({ path }) => menu.every((entry) => entry.path !== path))];
  return (
    <section className="by-card sh-card">
      <h2>{t('quickLinks')}</h2>
      <ul className="sh-links">
        {entries.map((entry) => (
          <li key={entry.path}>
            <AppLink to={entry.path}>{entry.label[locale]}</AppLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function RolesCard() {
  const t = useText(shellTexts);
  const locale = useLocale();
  const { roles } = useActor();
  if (roles.length === 0) return null;
  return (
    <section className="by-card sh-card">
      <h2>{t('myRoles')}</h2>
      <ul className="sh-links">
        {roles.map((role) => (
          <li key={`${role.id} ${scopeText(role, t)}`}>
            {roleName(role, locale)} <span className="by-third">{scopeText(role, t)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export { type Actor, ActorProvider, holdsAny, useActor } from './actor.tsx';
export { createApiClient, type Page, take } from './api.ts';
export { consoleFetch, onSessionLost } from './console-fetch.ts';
export { ConsoleTheme, loadAntdLocale, type ThemeChoice, useAntdLocale } from './ConsoleTheme.tsx';
export { CivilDate, EventTime, formatInstant, RelativeTime, relativeTime } from './dates.tsx';
export { dropAllDrafts } from './form/draft.ts';
export {
  FieldControl,
  type FieldLimits,
  type FieldValue,
  type FormField,
  type FormValues,
} from './form/fields.tsx';
export { RecordForm } from './form/RecordForm.tsx';
export type { ListColumn, SavedColumns } from './list/columns.ts';
export type { Face, ListFace } from './list/list-face.ts';
export type { ListFilter } from './list/FilterBar.tsx';
export { ListPage, type ListPageProps } from './list/ListPage.tsx';
export { listQueryOf, type ListQuery } from './list/list-query.ts';
export {
  type Catalog,
  defineCatalog,
  formatNumber,
  formatText,
  type LocaleId,
  LocaleProvider,
  localeIds,
  type LocalText,
  type Translate,
  useLocale,
  useText,
} from './locale.tsx';
export { AppLink, useNode, withNode } from './node.tsx';
export {
  ancestorsOf,
  nodesBelow,
  type OrganizationNode,
  organizationsKey,
  organizationsQuery,
  type OrganizationTree,
  toTree,
  useOrganizations,
} from './organization/organizations.ts';
export { OrganizationSelect } from './organization/OrganizationSelect.tsx';
export { PageHeader, useDocumentTitle } from './PageHeader.tsx';
export { type PageTab, PageTabs } from './PageTabs.tsx';
export { PersonalData } from './PersonalData.tsx';
export { type FieldError, Problem, problemFromResponse, problemOf } from './problem.ts';
export { fieldErrorText, problemText, registerProblemTexts, useProblemText } from './problem-text.ts';
export { ProblemNotice } from './ProblemNotice.tsx';
export { RecordPanel, useRecordPlace } from './record/RecordPanel.tsx';
export { type Fact, type FactGroup, Facts, type RecordAction, RecordView } from './record/RecordView.tsx';
export { FieldChange, Timeline, type TimelineItem } from './record/Timeline.tsx';
export { roleName } from './role-name.ts';
export { NoticeTag, type StateShape, StateTag, type StateTone } from './StateTag.tsx';
export { useTheme } from './theme-context.ts';
export { narrow, useMedia, wide } from './use-wide.ts';

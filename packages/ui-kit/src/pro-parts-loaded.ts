export { FormBody } from './form/FormBody.tsx';
export { ProFacts } from './record/ProFacts.tsx';
